import { entitlements } from "@odys/shared/billing/plans";
import { GUEST_CAPS } from "@odys/shared/booking/guest-check";
import type { GuestLinkInput } from "@odys/shared/booking/guest-schema";
import { calendarStatusOf } from "@odys/shared/booking/ics";
import type { Booking } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { afterRollback, withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { countHeld, lockCaps, tellOfLimit } from "./caps-queries.ts";
import {
  bookHeld,
  countOfMailbox,
  type GuestCheckRow,
  guestCheckOf,
  listClient,
  readGuestCheck,
} from "./guest-queries.ts";

/**
 * The bearer of the mailed link confirms that the mailbox is theirs: what was held becomes a booking
 * like any other, as its service says now. Twice is no error. NOT_FOUND; LINK_EXPIRED with the `slug`
 * of the page when it is no longer held; TOO_MANY_PENDING and PLAN_LIMIT_REACHED leave it held.
 */
export async function confirmGuest(ctx: Ctx, { token }: GuestLinkInput): Promise<Booking> {
  const found = await readGuestCheck(ctx, token);
  const { id, professionalId } = found;
  const rights = entitlements(found.plan, found.trialEndsAt?.getTime() ?? null, ctx.clock.now());
  const atOnce = found.confirmation === "automatic" && rights.has("auto_confirm");
  const status = atOnce ? ("confirmed" as const) : ("pending_confirmation" as const);

  const confirmed = await withSystemTransaction(ctx, async (tx, inner) => {
    const limited = rights.maxAppointmentsPerMonth !== null;
    const values = {
      id,
      professionalId,
      startsAt: found.startsAt.toISOString(),
      now: new Date(ctx.clock.now()).toISOString(),
      status,
      // What calendars show of it may be something else by now.
      steps: calendarStatusOf("held") === calendarStatusOf(status) ? 0 : 1,
      zone: found.zone,
      limited,
      // Of a day and a week it was counted when it was held.
      maxPerDay: null,
      maxPerWeek: null,
      email: found.bookedEmail,
    };
    const [, [changed], , [held], [mailbox]] = await Promise.all([
      listClient(tx, { id, after: values.now }),
      bookHeld(tx, values),
      lockCaps(tx, values),
      countHeld(tx, values),
      countOfMailbox(tx, values),
    ]);
    if (!changed) return false;
    const most = GUEST_CAPS.openPerMailbox * ctx.settings.guestCapsTimes;
    if ((mailbox?.open ?? 0) > most || (!atOnce && (held?.pending ?? 0) > found.maxPending))
      throw new DomainError("TOO_MANY_PENDING");
    if ((held?.month ?? 0) > (rights.maxAppointmentsPerMonth ?? Infinity)) {
      afterRollback(inner, () => tellOfLimit(ctx, professionalId, held?.today ?? ""));
      throw new DomainError("PLAN_LIMIT_REACHED");
    }
    await emit(inner, "booking.appointment_changed", {
      appointmentId: id,
      professionalId,
      from: "held",
      to: status,
      by: "client",
    });
    return true;
  });
  return bookingOf(ctx, confirmed ? { ...found, status } : await readGuestCheck(ctx, token));
}

/** The booking as `booking.book` would have answered it. LINK_EXPIRED. */
function bookingOf({ settings, clock }: Ctx, row: GuestCheckRow): Booking {
  const { state, professional, heldUntil: _, ...facts } = guestCheckOf(row, clock.now());
  if (state !== "confirmed") throw new DomainError("LINK_EXPIRED", { slug: professional.slug });
  const expected = row.status === "confirmed" || row.place === "in_person";
  return {
    ...facts,
    appointmentId: row.id,
    status: row.status,
    place: row.place,
    placeDetail: expected ? row.placeDetail : "",
    manageToken: linkToken(settings, "manage", row.id),
    heldUntil: null,
  };
}
