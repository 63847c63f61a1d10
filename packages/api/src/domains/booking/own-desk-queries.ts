import { explainSlot } from "@odys/shared/booking/explain";
import { type Warning, WARNINGS } from "@odys/shared/booking/life-schema";
import { DAY_MS } from "@odys/shared/kernel/calendar";
import { type DomainError, isDomainError } from "@odys/shared/kernel/errors";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { nearestFree } from "./alternative-queries.ts";
import { rulesFor, type Timed } from "./move-queries.ts";
import { readDesk } from "./read-desk.ts";

/** A meeting, or a block, which has no service, as its professional plans it. */
type Planned = Timed & { id: string; serviceId: string | null };

/** The nearest free slots for a meeting; a block has none. */
export async function alternativesFor(ctx: ProfessionalCtx, row: Planned, start: number) {
  const { id: ignore, serviceId } = row;
  if (!serviceId) return [];
  const { professionalId } = ctx;
  return nearestFree(ctx, { professionalId, serviceId, ignore, adapt: rulesFor(row) }, start);
}

/** Why no client could have booked it where it is: worth a word to the professional, who may. */
export async function warningFor(ctx: ProfessionalCtx, row: Planned): Promise<Warning | null> {
  const { id: ignore, serviceId } = row;
  if (!serviceId) return null;
  const start = row.startsAt.getTime();
  const span = { from: start - 2 * DAY_MS, until: start + 2 * DAY_MS };
  const { professionalId } = ctx;
  const desk = await readDesk(ctx, { professionalId, serviceId, ignore, ...span });
  const reason = explainSlot(rulesFor(row)(desk.rules), start);
  return WARNINGS.find((warning) => warning === reason) ?? null;
}

/**
 * Whether an error is a refusal of ours because of what overlaps, after which the transaction goes
 * on; where the constraint itself refused, it does not.
 */
export function namesOverlaps(error: unknown): error is DomainError {
  return isDomainError(error) && error.code === "SLOT_TAKEN" && error.details !== undefined;
}
