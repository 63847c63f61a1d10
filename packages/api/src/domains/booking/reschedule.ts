import type { Rescheduled, RescheduleInput } from "@odys/shared/booking/life-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { type Movable, moveAppointment, toOccupation } from "./move-queries.ts";
import { alternativesFor, namesOverlaps, warningFor } from "./own-desk-queries.ts";
import { assertInReach } from "./queries.ts";

const MOST_MINUTES = 1440;

/**
 * The professional gives a meeting or a block another time or length; any time of theirs, outside of
 * their hours too, of which `warning` tells. The client hears of it. NOT_FOUND, INVALID_TRANSITION,
 * VALIDATION_ERROR for what lies years away; SLOT_TAKEN with `overlaps`, all that is in the way, and
 * `alternatives`, unless `override` names the former.
 */
export async function reschedule(
  ctx: ProfessionalCtx,
  { id, startsAt, durationMinutes, override }: RescheduleInput,
): Promise<Rescheduled> {
  const { professionalId } = ctx;
  const start = Date.parse(startsAt);
  assertInReach(ctx, start);
  return withTransaction(ctx, async (_, opened) => {
    const inner = { ...ctx, open: opened.open };
    const move = { id, professionalId, by: "professional", startsAt: start } as const;
    let before: Movable | undefined;
    const decide = (row: Movable) => {
      before = row;
      if (row.kind === "meeting" && (durationMinutes ?? 0) > MOST_MINUTES)
        throw new DomainError("VALIDATION_ERROR", { fields: { durationMinutes: ["too_big"] } });
      return row.status;
    };
    try {
      const row = await moveAppointment(inner, { ...move, durationMinutes, override, decide });
      return { ...toOccupation(row), warning: await warningFor(inner, row) };
    } catch (error) {
      if (!before || !namesOverlaps(error)) throw error;
      const wanted = { ...before, durationMinutes: durationMinutes ?? before.durationMinutes };
      const alternatives = await alternativesFor(inner, wanted, start);
      throw new DomainError("SLOT_TAKEN", { ...error.details, alternatives });
    }
  });
}
