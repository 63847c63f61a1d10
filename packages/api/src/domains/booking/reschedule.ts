import { explainSlot } from "@odys/shared/booking/explain";
import {
  type Rescheduled,
  type RescheduleInput,
  type Warning,
  WARNINGS,
} from "@odys/shared/booking/life-schema";
import { DAY_MS } from "@odys/shared/kernel/calendar";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { nearestFree } from "./alternative-queries.ts";
import { type Movable, moveAppointment, rulesFor, toOccupation } from "./move-queries.ts";
import { assertInReach } from "./queries.ts";
import { readDesk } from "./read-desk.ts";

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
      return { ...toOccupation(row), warning: await warningOf(inner, row) };
    } catch (error) {
      if (!before || !isDomainError(error) || error.code !== "SLOT_TAKEN" || !error.details)
        throw error;
      const wanted = { ...before, durationMinutes: durationMinutes ?? before.durationMinutes };
      const alternatives = await alternativesFor(inner, wanted, start);
      throw new DomainError("SLOT_TAKEN", { ...error.details, alternatives });
    }
  });
}

/** The nearest free slots for a meeting; a block has none. */
async function alternativesFor(ctx: ProfessionalCtx, row: Movable, start: number) {
  const { id: ignore, serviceId } = row;
  if (!serviceId) return [];
  const { professionalId } = ctx;
  return nearestFree(ctx, { professionalId, serviceId, ignore, adapt: rulesFor(row) }, start);
}

async function warningOf(ctx: ProfessionalCtx, row: Movable): Promise<Warning | null> {
  const { id: ignore, serviceId } = row;
  if (!serviceId) return null;
  const start = row.startsAt.getTime();
  const span = { from: start - 2 * DAY_MS, until: start + 2 * DAY_MS };
  const { professionalId } = ctx;
  const desk = await readDesk(ctx, { professionalId, serviceId, ignore, ...span });
  const reason = explainSlot(rulesFor(row)(desk.rules), start);
  return WARNINGS.find((warning) => warning === reason) ?? null;
}
