import type { Appointment } from "@odys/shared/booking/schema";
import { entitlements } from "@odys/shared/billing/plans";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx, ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { changeStatus, countServedClients, lockOf, readPlan } from "./queries.ts";

/**
 * Accepts a request. Twice is not an error and tells nobody again. NOT_FOUND, INVALID_TRANSITION;
 * PLAN_LIMIT_REACHED when it is somebody's first time and the plan has no room for another client.
 */
export function confirmAppointment(
  ctx: ProfessionalCtx,
  { id }: { id: string },
): Promise<Appointment> {
  const { professionalId } = ctx;
  return withTransaction(ctx, (_, inner) => {
    const check = (changed: Confirmed) => assertRoomFor(inner, professionalId, changed);
    const only = ["pending_confirmation"] as const;
    return changeStatus(inner, { id, professionalId, to: "confirmed", only, check });
  });
}

type Confirmed = Pick<Appointment, "id" | "client">;

/** Counted after the change, by one at a time: whoever holds the lock waits for nothing else. */
async function assertRoomFor(ctx: Ctx, professionalId: string, { id, client }: Confirmed) {
  const { plan, trialEndsAt } = await readPlan(ctx, professionalId);
  const { maxClients } = entitlements(plan, trialEndsAt?.getTime() ?? null, ctx.clock.now());
  if (maxClients === null || !ctx.open) return;
  const { tx } = ctx.open;
  // By itself and first: a count in the same statement would be older than the lock.
  await tx.execute(lockOf("caps", professionalId));
  const { served, known } = await countServedClients(tx, professionalId, {
    clientId: client.id,
    besides: id,
  });
  if (!known && served > maxClients) throw new DomainError("PLAN_LIMIT_REACHED");
}
