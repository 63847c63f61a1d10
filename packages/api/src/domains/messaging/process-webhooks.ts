import { webhookEvents } from "@odys/db/schema/ops";
import {
  type WhatsAppReceipt,
  whatsAppReceipt,
  whatsAppUpdate,
} from "@odys/shared/messaging/whatsapp-schema";
import type { Tx } from "@odys/db/client";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { inParallel } from "../../kernel/in-parallel.ts";
import { batched } from "../../kernel/together.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { answerReminder } from "./answer-reminder.ts";
import { applyReceipts } from "./apply-receipts.ts";
import { receiveMessage } from "./receive-message.ts";
import { watchConnection } from "./watch-connection.ts";

const PAGE = 500;
const PROVIDERS = ["whatsapp", "evolution"];
/** A receipt may be here before the answer to the request that it is about; later nothing comes of it. */
const WAIT_FOR_ATTEMPT_MS = 10 * 60_000;
/** What fails for so long is given up, in the log. */
const GIVE_UP_MS = 24 * 3_600_000;

type Event = typeof webhookEvents.$inferSelect;

/**
 * Does what follows from what providers have told, the oldest first, in one transaction with the mark
 * that it is done: however many workers there are and whenever one dies, it is done once. Returns how
 * many things were done.
 */
export async function processWebhooks(ctx: Ctx): Promise<number> {
  let done = 0;
  for (const provider of PROVIDERS) {
    let last: Event | undefined;
    do {
      const page = await readWaiting(ctx, provider, last);
      done += await settlePage(ctx, page);
      last = page.length < PAGE ? undefined : page.at(-1);
    } while (last);
  }
  return done;
}

async function readWaiting(ctx: Ctx, provider: string, last: Event | undefined): Promise<Event[]> {
  const { receivedAt, key, processedAt } = webhookEvents;
  const after =
    last &&
    or(gt(receivedAt, last.receivedAt), and(eq(receivedAt, last.receivedAt), gt(key, last.key)));
  return asSystem(ctx)
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.provider, provider), isNull(processedAt), after))
    .orderBy(asc(receivedAt), asc(key))
    .limit(PAGE);
}

/** Receipts all together; what people wrote one after the other, in the order in which they wrote it. */
async function settlePage(ctx: Ctx, page: readonly Event[]): Promise<number> {
  const receipts: ReceiptEvent[] = [];
  const others: Event[] = [];
  for (const event of page) {
    const receipt = whatsAppReceipt.safeParse(event.payload);
    if (receipt.success) receipts.push({ ...event, receipt: receipt.data });
    else others.push(event);
  }
  const inOrder = others.toSorted((a, b) => (saidAt(a) < saidAt(b) ? -1 : 1));
  const outcomes = await Promise.all([
    Promise.all(receipts.map((event) => bearing(ctx, event, () => settleReceipt(ctx, event)))),
    inParallel(inOrder, 1, (event) => bearing(ctx, event, () => settleOne(ctx, event))),
  ]);
  return outcomes.flat().filter(Boolean).length;
}

const saidAt = ({ payload }: Event): string => String(payload["at"]);

/** Whether `work` did it. What fails is tried again by the next run, for a day. */
async function bearing(ctx: Ctx, event: Event, work: () => Promise<boolean>): Promise<boolean> {
  const { provider, key } = event;
  try {
    return await work();
  } catch (err) {
    ctx.log.error({ err, provider, key }, "webhook event failed");
    if (ageOf(ctx, event) > GIVE_UP_MS) await markDone(ctx, [event]);
    return false;
  }
}

const ageOf = ({ clock }: Ctx, { receivedAt }: Event) => clock.now() - receivedAt.getTime();

type ReceiptEvent = Event & { receipt: WhatsAppReceipt };

const settleReceipt = batched((ctx: Ctx, events: readonly ReceiptEvent[]) =>
  withSystemTransaction(ctx, async (tx, inner) => {
    const open = await lockWaiting(tx, events);
    const mine = events.filter(({ key }) => open.has(key));
    const known = await applyReceipts(
      inner,
      ctx.whatsapp.driver,
      mine.map(({ receipt }) => receipt),
    );
    const tooEarly = (event: Event) => ageOf(ctx, event) <= WAIT_FOR_ATTEMPT_MS;
    const done = new Set(mine.filter((event, index) => known[index] || !tooEarly(event)));
    await markDone(inner, [...done]);
    return events.map((event) => done.has(event));
  }),
);

/** One thing that is no receipt. */
async function settleOne(ctx: Ctx, event: Event): Promise<boolean> {
  const update = whatsAppUpdate.parse(event.payload);
  const outcome = await withSystemTransaction(ctx, async (tx, inner) => {
    if (!(await lockWaiting(tx, [event])).has(event.key)) return "anothers";
    if (update.type !== "message" || !(await answerReminder(inner, update))) return "goes_on";
    await markDone(inner, [event]);
    return "done";
  });
  if (outcome !== "goes_on") return outcome === "done";
  // These ask a provider, so that no transaction is open around them; twice they are done once.
  if (update.type === "message") await receiveMessage(ctx, update);
  else await watchConnection(ctx);
  await markDone(ctx, [event]);
  return true;
}

/** Those of one provider's events, by key, that nobody has done or is at. */
async function lockWaiting(tx: Tx, events: readonly Event[]): Promise<Set<string>> {
  const rows = await tx
    .select({ key: webhookEvents.key })
    .from(webhookEvents)
    .where(and(among(events), isNull(webhookEvents.processedAt)))
    .orderBy(asc(webhookEvents.key))
    .for("update", { skipLocked: true });
  return new Set(rows.map(({ key }) => key));
}

async function markDone(ctx: Ctx, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return;
  await withSystemTransaction(ctx, (tx) =>
    tx
      .update(webhookEvents)
      .set({ processedAt: new Date(ctx.clock.now()) })
      .where(among(events)),
  );
}

function among(events: readonly Event[]) {
  const keys = events.map(({ key }) => key);
  return and(
    eq(webhookEvents.provider, events[0]?.provider ?? ""),
    inArray(webhookEvents.key, keys),
  );
}
