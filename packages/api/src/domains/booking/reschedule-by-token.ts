import type { Tx } from "@odys/db/client";
import { entitlements } from "@odys/shared/billing/plans";
import { explainSlot } from "@odys/shared/booking/explain";
import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import { DAY_MS } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { nearestFree, REFUSALS } from "./alternative-queries.ts";
import { countHeld, lockCaps, overCaps } from "./caps-queries.ts";
import { assertClientMay, openLink, readManaged, toManaged, wishOf } from "./manage-queries.ts";
import { type Movable, moveAppointment } from "./move-queries.ts";
import { namesOverlaps } from "./own-desk-queries.ts";
import { type Desk, readDesk } from "./read-desk.ts";

/**
 * Moves an appointment through its link, to a slot that is free besides the one it has. A request
 * stays a request; what was confirmed stays so only where the service confirms by itself, and waits
 * for a new yes where the professional does: to another time nobody has agreed. To where it is
 * already, nothing changes.
 *
 * NOT_FOUND, LINK_EXPIRED, CANCELLATION_TOO_LATE with the policy, INVALID_TRANSITION, and all that
 * `book` refuses, with the three nearest free slots in `alternatives`.
 */
export async function rescheduleByToken(
  ctx: Ctx,
  { token, startsAt }: { token: string; startsAt: string },
): Promise<ManagedAppointment> {
  const row = await openLink(ctx, token);
  const start = Date.parse(startsAt);
  const now = ctx.clock.now();
  if (start === row.startsAt.getTime()) return toManaged(row, now);
  assertClientMay("canReschedule", row, now);

  const wish = wishOf(row);
  const desk = await readDesk(ctx, {
    ...wish,
    from: start - 2 * DAY_MS,
    until: start + 2 * DAY_MS,
  });
  const reason = explainSlot(wish.adapt(desk.rules), start);
  if (reason !== "free") {
    const alternatives = await nearestFree(ctx, wish, start, desk);
    throw new DomainError(REFUSALS[reason], { alternatives });
  }
  return withSystemTransaction(ctx, async (tx, inner) => {
    const { id, professionalId } = row;
    const decide = (fresh: Movable) => {
      assertClientMay("canReschedule", fresh, now);
      return fresh.status === "confirmed" && staysConfirmed(ctx, desk)
        ? "confirmed"
        : "pending_confirmation";
    };
    try {
      await moveAppointment(inner, { id, professionalId, by: "client", startsAt: start, decide });
      await assertWithinCaps(tx, desk, { id, startsAt: new Date(start), now });
    } catch (error) {
      if (!namesOverlaps(error)) throw error;
      // Somebody was faster; who it was is nobody's business.
      throw new DomainError("SLOT_TAKEN", { alternatives: await nearestFree(inner, wish, start) });
    }
    return toManaged(await readManaged(inner, id), now);
  });
}

/** As for a booking: the caps of the new day and week hold, however many move and book at once. */
async function assertWithinCaps(
  tx: Tx,
  { professionalId, zone, maxPerDay, maxPerWeek }: Desk,
  { id, startsAt, now }: { id: string; startsAt: Date; now: number },
): Promise<void> {
  if (maxPerDay === null && maxPerWeek === null) return;
  const values = {
    id,
    professionalId,
    startsAt: startsAt.toISOString(),
    now: new Date(now).toISOString(),
    zone,
    limited: false,
    maxPerDay,
    maxPerWeek,
  };
  const [, [held]] = await Promise.all([lockCaps(tx, values), countHeld(tx, values)]);
  if (held && overCaps(held, values)) throw new DomainError("SLOT_TAKEN", {});
}

function staysConfirmed(ctx: Ctx, { service, plan, trialEndsAt }: Desk): boolean {
  const rights = entitlements(plan, trialEndsAt?.getTime() ?? null, ctx.clock.now());
  return service.confirmation === "automatic" && rights.has("auto_confirm");
}
