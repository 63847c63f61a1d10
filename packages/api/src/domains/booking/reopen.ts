import { appointments } from "@odys/db/schema/booking";
import type { Occupation, ReopenInput } from "@odys/shared/booking/life-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";
import { readMovable, toOccupation } from "./move-queries.ts";
import { assertFree } from "./overlap-queries.ts";
import { lockOf } from "./queries.ts";

/** What can be taken back: how a meeting went, and that a block was lifted. */
const BACK = { meeting: ["completed", "no_show"], block: ["cancelled"] } as const;

/**
 * Takes back that a meeting took place or that nobody came, or that a block was lifted: it is
 * confirmed again. Twice is not an error. NOT_FOUND, INVALID_TRANSITION; SLOT_TAKEN, with all that
 * overlaps, when the time was given to others meanwhile and `override` does not name them.
 */
export function reopen(ctx: ProfessionalCtx, { id, override }: ReopenInput): Promise<Occupation> {
  const { professionalId } = ctx;
  return withTransaction(ctx, async (tx, inner) => {
    await tx.execute(lockOf("agenda", professionalId));
    const row = await readMovable(tx, { id, professionalId });
    if (!row) throw new DomainError("NOT_FOUND");
    const { kind, status, blockedFrom, blockedUntil } = row;
    if (status === "confirmed") return toOccupation(row);
    if (!BACK[kind].some((from) => from === status))
      throw new DomainError("INVALID_TRANSITION", { status });
    const range = {
      professionalId,
      from: blockedFrom.getTime(),
      until: blockedUntil.getTime(),
    };
    // What took place kept its time; of the others it may have been given away.
    const overrideReason =
      status === "completed"
        ? row.overrideReason
        : await assertFree(tx, inner, range, { besides: id, override });
    const set = { status: "confirmed", overrideReason } as const;
    await tx
      .update(appointments)
      .set({ ...set, cancelledBy: null, updatedAt: new Date(ctx.clock.now()) })
      .where(and(eq(appointments.professionalId, professionalId), eq(appointments.id, id)));
    await emit(inner, "booking.appointment_changed", {
      appointmentId: id,
      professionalId,
      from: status,
      to: "confirmed",
      by: "professional",
    });
    return toOccupation({ ...row, ...set });
  });
}
