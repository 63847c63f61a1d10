import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { entitlements } from "@odys/shared/billing/plans";
import type { Appointment } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { lockOf } from "./queries.ts";

export type Confirmed = Pick<Appointment, "id" | "client">;

/**
 * PLAN_LIMIT_REACHED when it is somebody's first time and the plan has no room for another client.
 * Counted after the change, by one at a time: whoever holds the lock waits for nothing else.
 */
export async function assertRoomFor(ctx: Ctx, professionalId: string, { id, client }: Confirmed) {
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

/** What the practice pays for, and until when it may try more. Inside the transaction open around the call. */
async function readPlan(ctx: Ctx, professionalId: string) {
  if (!ctx.open) throw new TypeError("readPlan outside a transaction");
  const [row] = await ctx.open.tx
    .select({ plan: professionals.plan, trialEndsAt: professionals.trialEndsAt })
    .from(professionals)
    .where(eq(professionals.id, professionalId));
  if (!row) throw new DomainError("NOT_FOUND");
  return row;
}

/** Somebody counts as a client from the first appointment that was agreed upon. */
async function countServedClients(
  tx: Tx,
  professionalId: string,
  { clientId, besides }: { clientId: string; besides: string },
): Promise<{ served: number; known: boolean }> {
  const isOther = sql`${appointments.clientId} = ${clientId} and ${appointments.id} <> ${besides}`;
  const [row] = await tx
    .select({
      served: sql<number>`count(distinct ${appointments.clientId})::int`,
      known: sql<boolean>`coalesce(bool_or(${isOther}), false)`,
    })
    .from(appointments)
    .where(
      and(
        eq(appointments.professionalId, professionalId),
        inArray(appointments.status, ["confirmed", "completed", "no_show"]),
      ),
    );
  return row ?? { served: 0, known: false };
}
