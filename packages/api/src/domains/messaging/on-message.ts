import type { OnMessageInput } from "@odys/shared/messaging/conversation-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { changesOf } from "../../kernel/live.ts";

/**
 * Tells that something for the caller has changed, on whichever side: messages, what was read of
 * them, notifications. At first too, unless the reader comes back and nothing has. See `changesOf`.
 */
export async function* onMessage(
  ctx: UserCtx,
  { lastEventId }: OnMessageInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ id: string; data: Record<string, never> }, void> {
  const since = lastEventId ?? null;
  const topic = `user:${ctx.actor.userId}` as const;
  for await (const id of changesOf(ctx, topic, { since, signal })) yield { id, data: {} };
}
