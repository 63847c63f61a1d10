import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import type { BlockTimeInput, Occupation } from "@odys/shared/booking/life-schema";
import { MINUTE_MS } from "@odys/shared/kernel/calendar";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { toOccupation } from "./move-queries.ts";
import { assertFree } from "./overlap-queries.ts";
import { assertInReach, lockOf } from "./queries.ts";

/**
 * Keeps time of the professional's own free, of which nobody is told. VALIDATION_ERROR for what lies
 * years away; SLOT_TAKEN with all that overlaps unless `override` names it.
 */
export function blockTime(
  ctx: ProfessionalCtx,
  { title, override, ...range }: BlockTimeInput,
): Promise<Occupation> {
  const { professionalId } = ctx;
  const [from, until] = [Date.parse(range.from), Date.parse(range.until)];
  assertInReach(ctx, from, "from");
  const now = new Date(ctx.clock.now());
  return withTransaction(ctx, async (tx, inner) => {
    await tx.execute(lockOf("agenda", professionalId));
    const [practice] = await tx
      .select({ currency: professionals.currency })
      .from(professionals)
      .where(eq(professionals.id, professionalId));
    if (!practice) throw new DomainError("NOT_FOUND");
    const wanted = { professionalId, from, until };
    const block = {
      id: newId(),
      kind: "block",
      status: "confirmed",
      startsAt: new Date(from),
      endsAt: new Date(until),
      durationMinutes: (until - from) / MINUTE_MS,
      overrideReason: await assertFree(tx, inner, wanted, { override }),
      sequence: 0,
    } as const;
    await tx.insert(appointments).values({
      ...block,
      professionalId,
      blockedFrom: block.startsAt,
      blockedUntil: block.endsAt,
      serviceName: title,
      priceAmount: 0,
      currency: practice.currency,
      place: "in_person",
      source: "professional",
      createdAt: now,
      updatedAt: now,
    });
    await emit(inner, "booking.appointment_changed", {
      appointmentId: block.id,
      professionalId,
      from: null,
      to: "confirmed",
      by: "professional",
    });
    return toOccupation({ ...block, title });
  });
}
