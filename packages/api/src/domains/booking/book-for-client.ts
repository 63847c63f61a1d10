import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { entitlements } from "@odys/shared/billing/plans";
import type { BookedForClient, BookForClientInput } from "@odys/shared/booking/life-schema";
import { MINUTE_MS } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { and, eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { countHeld, lockCaps } from "./caps-queries.ts";
import { assertFree } from "./overlap-queries.ts";
import { alternativesFor, namesOverlaps, warningFor } from "./own-desk-queries.ts";
import { assertRoomFor } from "./plan-queries.ts";
import { assertInReach, lockOf, selectAppointments, toAppointment } from "./queries.ts";

/**
 * The professional books for a client of theirs, or for somebody new: confirmed at once, at any time,
 * outside of their hours too, of which `warning` tells. The client hears of it. Notice, horizon and
 * caps are for clients and do not bind here; the plan's limits do.
 *
 * NOT_FOUND for a service or client of somebody else; NOT_BOOKABLE for an archived service;
 * VALIDATION_ERROR for another currency and for what lies years away; PLAN_LIMIT_REACHED; SLOT_TAKEN
 * with `overlaps`, all that is in the way, and `alternatives`, unless `override` names the former.
 */
export function bookForClient(
  ctx: ProfessionalCtx,
  input: BookForClientInput,
): Promise<BookedForClient> {
  const { professionalId } = ctx;
  const startsAt = Date.parse(input.startsAt);
  assertInReach(ctx, startsAt);
  return withTransaction(ctx, async (tx, opened) => {
    const inner = { ...ctx, open: opened.open };
    const offer = await readOffer(tx, ctx, input);
    const meeting = meetingOf(offer, startsAt, input);
    const stamps = { createdAt: new Date(ctx.clock.now()), updatedAt: new Date(ctx.clock.now()) };
    // The client's row first, the agenda second, the caps last: the order of everybody.
    const clientId = await clientOf(tx, ctx, input.client);
    await tx.execute(lockOf("agenda", professionalId));
    const range = {
      professionalId,
      from: meeting.blockedFrom.getTime(),
      until: meeting.blockedUntil.getTime(),
    };
    try {
      const { override } = input;
      const overrideReason = await assertFree(tx, inner, range, { override });
      await tx
        .insert(appointments)
        .values({ ...meeting, professionalId, clientId, overrideReason, ...stamps });
    } catch (error) {
      if (!namesOverlaps(error)) throw error;
      const alternatives = await alternativesFor(inner, meeting, startsAt);
      throw new DomainError("SLOT_TAKEN", { ...error.details, alternatives });
    }
    const { id } = meeting;
    const own = and(eq(appointments.professionalId, professionalId), eq(appointments.id, id));
    const [row] = await selectAppointments(tx, own);
    if (!row) throw new DomainError("NOT_FOUND");
    await assertRoomFor(inner, professionalId, row);
    await assertMonthHasRoom(tx, ctx, offer, meeting);
    const warning = await warningFor(inner, meeting);
    await emit(inner, "booking.appointment_changed", {
      appointmentId: id,
      professionalId,
      from: null,
      to: "confirmed",
      by: "professional",
    });
    return { ...toAppointment(row), warning };
  });
}

type Offer = Awaited<ReturnType<typeof readOffer>>;

async function readOffer(
  tx: Tx,
  { professionalId }: ProfessionalCtx,
  { serviceId, price }: BookForClientInput,
) {
  const [row] = await tx
    .select({
      service: services,
      currency: professionals.currency,
      zone: professionals.zone,
      plan: professionals.plan,
      trialEndsAt: professionals.trialEndsAt,
    })
    .from(services)
    .innerJoin(professionals, eq(professionals.id, services.professionalId))
    .where(and(eq(services.professionalId, professionalId), eq(services.id, serviceId)));
  if (!row) throw new DomainError("NOT_FOUND");
  if (!row.service.active) throw new DomainError("NOT_BOOKABLE");
  if (price && price.currency !== row.currency)
    throw new DomainError("VALIDATION_ERROR", { fields: { "price.currency": ["currency"] } });
  return row;
}

function meetingOf(
  { service, currency }: Offer,
  startsAt: number,
  { durationMinutes = service.durationMinutes, price, note }: BookForClientInput,
) {
  const endsAt = startsAt + durationMinutes * MINUTE_MS;
  return {
    id: newId(),
    serviceId: service.id,
    status: "confirmed",
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    blockedFrom: new Date(startsAt - service.bufferBeforeMinutes * MINUTE_MS),
    blockedUntil: new Date(endsAt + service.bufferAfterMinutes * MINUTE_MS),
    serviceName: service.name,
    durationMinutes,
    priceAmount: price?.amount ?? service.priceAmount,
    currency,
    place: service.place,
    placeDetail: service.placeDetail,
    message: note,
    source: "professional",
  } as const;
}

/** The row of a client of theirs, or a new one; whoever has the number already is who is meant. */
async function clientOf(
  tx: Tx,
  ctx: ProfessionalCtx,
  whom: BookForClientInput["client"],
): Promise<string> {
  const { professionalId } = ctx;
  const now = new Date(ctx.clock.now());
  const back = { archivedAt: null };
  const meant = { id: sql<string>`coalesce(${clients.mergedInto}, ${clients.id})` };
  const [row] =
    "id" in whom
      ? await tx
          .update(clients)
          .set(back)
          .where(and(eq(clients.professionalId, professionalId), eq(clients.id, whom.id)))
          .returning(meant)
      : await tx
          .insert(clients)
          .values({ id: newId(), professionalId, ...whom, createdAt: now, updatedAt: now })
          .onConflictDoUpdate({ target: [clients.professionalId, clients.phone], set: back })
          .returning(meant);
  if (!row) throw new DomainError("NOT_FOUND");
  return row.id;
}

/** As for a guest: counted with the new one in it, by one at a time. */
async function assertMonthHasRoom(
  tx: Tx,
  ctx: ProfessionalCtx,
  { plan, trialEndsAt, zone }: Offer,
  { id, startsAt }: { id: string; startsAt: Date },
): Promise<void> {
  const now = ctx.clock.now();
  const { maxAppointmentsPerMonth: most } = entitlements(plan, trialEndsAt?.getTime() ?? null, now);
  if (most === null) return;
  const values = {
    id,
    professionalId: ctx.professionalId,
    startsAt: startsAt.toISOString(),
    now: new Date(now).toISOString(),
    zone,
    limited: true,
    maxPerDay: null,
    maxPerWeek: null,
  };
  const [, [held]] = await Promise.all([lockCaps(tx, values), countHeld(tx, values)]);
  if ((held?.month ?? 0) > most) throw new DomainError("PLAN_LIMIT_REACHED");
}
