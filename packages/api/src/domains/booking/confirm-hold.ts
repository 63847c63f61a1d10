import type { Appointment } from "@odys/shared/booking/schema";
import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { listClient } from "./guest-queries.ts";
import { changeStatus } from "./queries.ts";

type Hold = { id: string; professionalId: string; to: "pending_confirmation" | "confirmed" };

/**
 * What was held becomes an appointment: it was paid, or its offer accepted. Also after its time has
 * run out, as long as nobody else wanted the slot; of two at once the row's lock decides. Twice is not
 * an error. NOT_FOUND; SLOT_TAKEN when it was let go, INVALID_TRANSITION when it was cancelled.
 */
export async function confirmHold(
  ctx: Ctx,
  { id, professionalId, to }: Hold,
): Promise<Appointment> {
  try {
    return await withSystemTransaction(ctx, async (tx, inner) => {
      await listClient(tx, { id, after: "-infinity" });
      return changeStatus(inner, { id, professionalId, to, only: ["held"], by: "client" });
    });
  } catch (error) {
    if (isDomainError(error) && error.details?.["status"] === "expired")
      throw new DomainError("SLOT_TAKEN");
    throw error;
  }
}
