import { webhookEvents } from "@odys/db/schema/ops";
import { type WhatsAppUpdate, whatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { inParallel } from "../../kernel/in-parallel.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { answerReminder } from "./answer-reminder.ts";
import { applyReceipt } from "./apply-receipt.ts";
import { receiveMessage } from "./receive-message.ts";
import { watchConnection } from "./watch-connection.ts";

const PAGE = 500;
const PARALLEL = 8;
const PROVIDERS = ["whatsapp", "evolution"];
/** A receipt may be here before the answer to the request that it is about; later nothing comes of it. */
const WAIT_FOR_ATTEMPT_MS = 10 * 60_000;
/** What fails for so long is given up, in the log. */
const GIVE_UP_MS = 24 * 3_600_000;

type Event = typeof webhookEvents.$inferSelect;

/**
 * Does what follows from what providers have told, the oldest first, each thing in one transaction with
 * the mark that it is done: however many workers there are and whenever one dies, it is done once.
 * Returns how many were done.
 */
export async function processWebhooks(ctx: Ctx): Promise<number> {
  let done = 0;
  let last: Pick<Event, "receivedAt" | "provider" | "key"> | null = null;
  for (;;) {
    const page: Event[] = await asSystem(ctx)
      .select()
      .from(webhookEvents)
      .where(
        and(
          isNull(webhookEvents.processedAt),
          inArray(webhookEvents.provider, PROVIDERS),
          after(last),
        ),
      )
      .orderBy(asc(webhookEvents.receivedAt), asc(webhookEvents.provider), asc(webhookEvents.key))
      .limit(PAGE);
    // What people wrote is taken in the order in which they wrote it; receipts need none.
    const written = page.filter(isMessage).toSorted((a, b) => (saidAt(a) < saidAt(b) ? -1 : 1));
    const outcomes = await Promise.all([
      inParallel(written, 1, (event) => settleOne(ctx, event)),
      inParallel(
        page.filter((event) => !isMessage(event)),
        PARALLEL,
        (event) => settleOne(ctx, event),
      ),
    ]);
    done += outcomes.flat().filter(Boolean).length;
    last = page.at(-1) ?? null;
    if (!last || page.length < PAGE) return done;
  }
}

const isMessage = ({ payload }: Event): boolean => payload["type"] === "message";
const saidAt = ({ payload }: Event): string => String(payload["at"]);

function after(last: Pick<Event, "receivedAt" | "provider" | "key"> | null) {
  if (!last) return undefined;
  const { receivedAt, provider, key } = last;
  return or(
    gt(webhookEvents.receivedAt, receivedAt),
    and(
      eq(webhookEvents.receivedAt, receivedAt),
      or(
        gt(webhookEvents.provider, provider),
        and(eq(webhookEvents.provider, provider), gt(webhookEvents.key, key)),
      ),
    ),
  );
}

async function settleOne(ctx: Ctx, event: Event): Promise<boolean> {
  const age = ctx.clock.now() - event.receivedAt.getTime();
  const { provider, key } = event;
  try {
    const update = whatsAppUpdate.parse(event.payload);
    const one = and(
      eq(webhookEvents.provider, provider),
      eq(webhookEvents.key, key),
      isNull(webhookEvents.processedAt),
    );
    const outcome = await withSystemTransaction(ctx, async (tx, inner) => {
      const [mine] = await tx
        .select({ key: webhookEvents.key })
        .from(webhookEvents)
        .where(one)
        .for("update", { skipLocked: true });
      if (!mine) return "anothers";
      const done = await act(inner, update, age);
      if (done === "done") await markDone(inner, event);
      return done;
    });
    if (outcome !== "goes_on") return outcome === "done";
    // These ask a provider, so that no transaction is open around them; twice they are done once.
    if (update.type === "message") await receiveMessage(ctx, update);
    else await watchConnection(ctx);
    await markDone(ctx, event);
    return true;
  } catch (err) {
    ctx.log.error({ err, provider, key }, "webhook event failed");
    if (age > GIVE_UP_MS) await markDone(ctx, event);
    return false;
  }
}

/** What is done about it in one transaction, whether it is too early for it, or more follows. */
async function act(
  ctx: Ctx,
  update: WhatsAppUpdate,
  age: number,
): Promise<"done" | "too_early" | "goes_on"> {
  if (update.type === "connection") return "goes_on";
  if (update.type === "message") return (await answerReminder(ctx, update)) ? "done" : "goes_on";
  const known = await applyReceipt(ctx, ctx.whatsapp.driver, update);
  return known || age > WAIT_FOR_ATTEMPT_MS ? "done" : "too_early";
}

async function markDone(ctx: Ctx, { provider, key }: Event): Promise<void> {
  await withSystemTransaction(ctx, (tx) =>
    tx
      .update(webhookEvents)
      .set({ processedAt: new Date(ctx.clock.now()) })
      .where(and(eq(webhookEvents.provider, provider), eq(webhookEvents.key, key))),
  );
}
