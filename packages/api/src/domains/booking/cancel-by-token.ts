import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { cancelAsClient, openLink, readManaged, toManaged } from "./manage-queries.ts";

/**
 * Cancels through the link. Twice is not an error. NOT_FOUND, LINK_EXPIRED, CANCELLATION_TOO_LATE
 * with the policy, INVALID_TRANSITION once it has begun or is over.
 */
export async function cancelByToken(
  ctx: Ctx,
  { token, reason }: { token: string; reason: string },
): Promise<ManagedAppointment> {
  const { id, professionalId } = await openLink(ctx, token);
  return withSystemTransaction(ctx, async (_, inner) => {
    await cancelAsClient(inner, { id, professionalId, reason });
    return toManaged(await readManaged(inner, id), ctx.clock.now());
  });
}
