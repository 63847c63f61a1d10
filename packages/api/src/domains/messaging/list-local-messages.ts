import { localMessages } from "@odys/db/schema/messaging";
import { DomainError } from "@odys/shared/kernel/errors";
import type { ListLocalMessagesInput, LocalMessagePage } from "@odys/shared/messaging/schema";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem } from "../../kernel/transaction.ts";

/**
 * What the local driver has sent, newest first, for anybody: there are links in it that sign people
 * in. Throws NOT_FOUND unless the mail driver is local and the settings open the mailbox.
 */
export async function listLocalMessages(
  ctx: Ctx,
  { cursor, limit, recipient, channel }: ListLocalMessagesInput,
): Promise<LocalMessagePage> {
  if (ctx.mail.driver !== "local" || !ctx.settings.openMailbox) throw new DomainError("NOT_FOUND");
  const rows = await asSystem(ctx)
    .select()
    .from(localMessages)
    .where(
      and(
        cursor === undefined ? undefined : lt(localMessages.id, cursor),
        channel && eq(localMessages.channel, channel),
        recipient === undefined ? undefined : eq(localMessages.recipient, recipient),
      ),
    )
    .orderBy(desc(localMessages.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(({ dedupeKey: _, createdAt, ...message }) => ({
    ...message,
    createdAt: createdAt.toISOString(),
  }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
