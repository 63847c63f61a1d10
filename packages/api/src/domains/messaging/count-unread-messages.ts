import { conversations } from "@odys/db/schema/messaging/conversations";
import { DomainError } from "@odys/shared/kernel/errors";
import type { CountUnreadMessagesInput } from "@odys/shared/messaging/conversation-schema";
import type { Count } from "@odys/shared/messaging/schema";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { readAsSystem, withTransaction } from "../../kernel/transaction.ts";
import { readOwnClients } from "./conversation-queries.ts";

/** How many messages wait for the caller on one side. ONBOARDING_REQUIRED for a practice's without one. */
export function countUnreadMessages(
  ctx: UserCtx,
  { side }: CountUnreadMessagesInput,
): Promise<Count> {
  const { userId, professionalId } = ctx.actor;
  const { unreadByProfessional, unreadByClient } = conversations;
  return withTransaction(ctx, async (tx, inner) => {
    if (side === "client") {
      const own = (await readOwnClients(tx, userId)).map(({ id }) => id);
      if (own.length === 0) return { count: 0 };
      const [row] = await readAsSystem(inner, (db) =>
        db
          .select({ count: sql<number>`coalesce(sum(${unreadByClient}), 0)::int` })
          .from(conversations)
          .where(inArray(conversations.clientId, own)),
      );
      return { count: row?.count ?? 0 };
    }
    if (!professionalId) throw new DomainError("ONBOARDING_REQUIRED");
    const [row] = await tx
      .select({ count: sql<number>`coalesce(sum(${unreadByProfessional}), 0)::int` })
      .from(conversations)
      .where(and(eq(conversations.professionalId, professionalId), gt(unreadByProfessional, 0)));
    return { count: row?.count ?? 0 };
  });
}
