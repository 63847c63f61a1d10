import type { ReceivedUpdates, ReceiveInput } from "@odys/shared/messaging/whatsapp-schema";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { emit } from "../ops/index.ts";

/**
 * Writes down what a provider tells and answers; a job does what follows. Each thing is written once,
 * however often it is told, and one event wakes the job for all that is new in a call.
 */
export function receiveUpdates(
  ctx: Ctx,
  provider: "whatsapp" | "evolution",
  { updates }: ReceiveInput,
): Promise<ReceivedUpdates> {
  return withSystemTransaction(ctx, async (tx, inner) => {
    if (updates.length === 0) return { updates: 0, news: 0 };
    // One statement and one parameter, however many there are; as text first, or the driver makes
    // JSON of the JSON. In order, so that the same things told twice at once wait and do not deadlock.
    const [row] = await tx.execute<{ news: number }>(sql`
      with told as (
        insert into webhook_events (provider, key, payload, received_at)
        select ${provider}, key, update, ${new Date(ctx.clock.now()).toISOString()}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(updates)}::text::jsonb) as u (key text, update jsonb)
        order by key
        on conflict do nothing
        returning 1
      )
      select count(*)::int as news from told`);
    const news = row?.news ?? 0;
    if (news > 0) await emit(inner, "ops.webhook_received", { provider });
    return { updates: updates.length, news };
  });
}
