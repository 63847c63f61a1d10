import { notifications } from "@odys/db/schema/messaging";
import { entitlements } from "@odys/shared/billing/plans";
import { newId } from "@odys/shared/kernel/ids";
import { isAnswer } from "@odys/shared/messaging/answers";
import { hindranceOf, type Reach } from "@odys/shared/messaging/channels";
import type { Channel, DeliveryReason } from "@odys/shared/messaging/delivery";
import {
  channelAfter,
  consequenceOf,
  MOST_TRIES,
  patienceOf,
  pauseAfter,
} from "@odys/shared/messaging/ledger";
import { isReminder } from "@odys/shared/messaging/templates";
import type { Sent } from "../../gateways/sent.ts";
import { inParallel } from "../../kernel/in-parallel.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { composeMessage } from "./compose-message.ts";
import {
  type Attempt,
  beginAttempt,
  type Claimed,
  claimDue,
  readOpenAttempt,
  recordAccepted,
  recordEnd,
  settle,
} from "./delivery-queries.ts";
import { type DueNews, readDue } from "./queries.ts";
import { costOf, giveBack, reserve } from "./spending-queries.ts";

/** How long a worker may take for what it has claimed; then another takes it for dead. */
const LEASE_MS = 60_000;
const PARALLEL = 16;
/**
 * Claimed at once: what fits into the lease when every answer takes the longest that a driver waits, 20 s.
 * What does not, as its first channel refused it so late, is another's by then, and is not begun here.
 */
const AT_ONCE = 3 * PARALLEL;

/**
 * Sends what is due, until nothing is or `forMs` milliseconds are over. Any number of workers and
 * processes may do it at once. Each request stands in the ledger before it leaves; whoever dies in
 * between leaves one whose answer is unknown, and that is asked for again only where the provider
 * sends once per key. Returns how many deliveries were taken up.
 */
export async function deliverDue(ctx: Ctx, { forMs = 20_000 } = {}): Promise<number> {
  const until = performance.now() + forMs;
  for (let done = 0; ;) {
    const claimed = await claimDue(ctx, AT_ONCE, LEASE_MS);
    if (claimed.length > 0) {
      const ids = claimed.map(({ id }) => id);
      const news = await readDue(asSystem(ctx), ids, new Date(ctx.clock.now()));
      await inParallel(claimed, PARALLEL, (one) => deliver(ctx, one, news.get(one.id) ?? null));
    }
    done += claimed.length;
    if (claimed.length < AT_ONCE || performance.now() > until) return done;
  }
}

/** One delivery, one step further. A fault of ours is logged and leaves it to the next worker. */
async function deliver(ctx: Ctx, one: Claimed, news: DueNews | null): Promise<void> {
  try {
    const why = news ? outdated(ctx, one, news) : "moved_on";
    if (one.stateBefore === "queued")
      return news && !why
        ? await tryChannels(ctx, one, news, one.channel)
        : await drop(ctx, one, why);
    const open = await readOpenAttempt(asSystem(ctx), one.id);
    if (why || !news) return open ? await leaveUnknown(ctx, one, open, null) : await rest(ctx, one);
    // Nobody knows whether that request arrived: again under its own key, or not at all.
    if (open && deduplicates(ctx, open.channel)) return await request(ctx, one, news, open);
    if (open && one.stateBefore === "sending") return await leaveUnknown(ctx, one, open, news);
    await goOn(ctx, one, news, one.channel, "not_in_time");
  } catch (err) {
    ctx.log.error({ err, deliveryId: one.id }, "delivery: could not be sent");
  }
}

/** Why it is of no use any more, or null. */
function outdated(
  ctx: Ctx,
  { template, params, notAfter }: Claimed,
  news: DueNews,
): DeliveryReason | null {
  const { appointment, message } = news;
  const { status, startsAt } = params;
  if (startsAt !== undefined && appointment?.startsAt.toISOString() !== startsAt) return "moved_on";
  if (status !== undefined && appointment?.status !== status) return "moved_on";
  if (params["messageId"] !== undefined && (!message || message.readAt)) return "moved_on";
  if (!isAnswer(template) && isReminder(template) && !rightsOf(ctx, news).has("reminders"))
    return "not_in_plan";
  return notAfter.getTime() < ctx.clock.now() ? "too_late" : null;
}

/** Nothing of it has left, and nothing will. */
async function drop(ctx: Ctx, one: Claimed, why: DeliveryReason | null): Promise<void> {
  const reason = why ?? "moved_on";
  const state = reason === "too_late" ? "expired" : "dropped";
  await settle(asSystem(ctx), one, { state, reason, nextAt: null }, now(ctx));
}

/** It has left, and is of no use any more or has no other way: nobody waits for it now. */
async function rest(ctx: Ctx, one: Claimed): Promise<void> {
  await settle(asSystem(ctx), one, { nextAt: null }, now(ctx));
}

/** Tries `first` (the first of all when null) and, where that leads nowhere, those after it. */
async function tryChannels(
  ctx: Ctx,
  one: Claimed,
  news: DueNews,
  first: Channel | null,
  because: DeliveryReason | null = null,
): Promise<void> {
  let reason = because;
  const reach = reachOf(ctx, one, news);
  for (
    let at = first ?? channelAfter(one.channels, null);
    at;
    at = channelAfter(one.channels, at)
  ) {
    const hindrance = hindranceOf(at, reach);
    if (!hindrance) return send(ctx, one, news, at);
    reason ??= hindrance;
  }
  await settle(asSystem(ctx), one, { state: "failed", reason, nextAt: null }, now(ctx));
}

async function send(ctx: Ctx, one: Claimed, news: DueNews, channel: Channel): Promise<void> {
  if (channel === "in_app") return showInApp(ctx, one, news);
  const free = { micros: 0, currency: news.professional.currency };
  const cost = channel === "whatsapp" ? costOf(ctx, news) : free;
  if (!(await reserve(ctx, news, cost))) return goOn(ctx, one, news, channel, "over_budget");
  const attempt: Attempt = {
    id: newId(),
    channel,
    driver: ctx[channel].driver,
    costMicros: cost.micros,
    costCurrency: cost.currency,
  };
  if (await beginAttempt(ctx, one, attempt)) await request(ctx, one, news, attempt);
  else await giveBack(ctx, news, cost.micros);
}

type Request = Pick<Attempt, "id" | "channel"> & Partial<Pick<Attempt, "costMicros">>;

/** The request itself, and what is written of its answer. */
async function request(
  ctx: Ctx,
  one: Claimed,
  news: DueNews,
  { id, channel, costMicros = 0 }: Request,
): Promise<void> {
  if (channel === "in_app") throw new TypeError("what is shown in the app is no request");
  const composed = composeMessage(ctx, one, news, channel);
  const sent = await (composed.channel === "mail"
    ? ctx.mail.send({ ...composed.mail, dedupeKey: id })
    : ctx.whatsapp.send({ ...composed.message, key: id }));
  const { clock } = ctx;
  switch (sent.outcome) {
    case "accepted": {
      const next = channel === "whatsapp" ? channelAfter(one.channels, channel) : null;
      const wait = patienceOf(one.notAfter.getTime(), clock.now());
      const nextAt = next ? new Date(clock.now() + wait) : null;
      const { providerMessageId } = sent;
      return recordAccepted(ctx, one, { id, providerMessageId, nextAt });
    }
    case "unknown":
      ctx.log.warn({ deliveryId: one.id, channel, detail: sent.detail }, "delivery: answer lost");
      return leaveUnknown(ctx, one, { id, channel }, news);
    case "refused":
      ctx.log.warn({ deliveryId: one.id, channel, ...sent }, "delivery: refused");
      await giveBack(ctx, news, costMicros);
      return refused(ctx, one, news, { id, channel }, sent);
  }
}

async function refused(
  ctx: Ctx,
  one: Claimed,
  news: DueNews,
  { id, channel }: Pick<Attempt, "id" | "channel">,
  { reason, retryAfterSeconds }: Extract<Sent, { outcome: "refused" }>,
): Promise<void> {
  await recordEnd(asSystem(ctx), id, { state: "failed", reason }, now(ctx));
  const tries = one.channel === channel ? one.tries + 1 : 1;
  const pause = pauseAfter(tries, Math.random(), retryAfterSeconds);
  const again = new Date(ctx.clock.now() + pause);
  const worthIt = tries < MOST_TRIES && again < one.notAfter;
  if (consequenceOf(reason) === "try_again" && worthIt) {
    await settle(asSystem(ctx), one, { state: "queued", reason, nextAt: again }, now(ctx));
    return;
  }
  await goOn(ctx, one, news, channel, reason);
}

/** From the channel `at` to the next one, in the same breath; failed when there is none. */
async function goOn(
  ctx: Ctx,
  one: Claimed,
  news: DueNews,
  at: Channel | null,
  reason: DeliveryReason,
): Promise<void> {
  const next = channelAfter(one.channels, at);
  if (next) return tryChannels(ctx, one, news, next, reason);
  if (reason === "not_in_time") return rest(ctx, one);
  await settle(asSystem(ctx), one, { state: "failed", reason, nextAt: null }, now(ctx));
}

/** Where nobody can say whether it went out: receipts may tell, another channel may be tried in time. */
async function leaveUnknown(
  ctx: Ctx,
  one: Claimed,
  { id, channel }: Pick<Attempt, "id" | "channel">,
  news: DueNews | null,
): Promise<void> {
  const lost = { state: "unknown", reason: "answer_lost" } as const;
  await recordEnd(asSystem(ctx), id, lost, now(ctx));
  const goesOn = deduplicates(ctx, channel) || channelAfter(one.channels, channel) !== null;
  const wait = patienceOf(one.notAfter.getTime(), ctx.clock.now());
  const nextAt = news && goesOn ? new Date(ctx.clock.now() + wait) : null;
  await settle(asSystem(ctx), one, { ...lost, nextAt }, now(ctx));
}

/** Shown where they look anyway; that is delivered at once. */
async function showInApp(ctx: Ctx, one: Claimed, news: DueNews): Promise<void> {
  const { userId } = news.recipients[one.audience];
  const { appointment, professional, clientName } = news;
  if (!userId || !appointment) {
    await settle(
      asSystem(ctx),
      one,
      { state: "failed", reason: "no_address", nextAt: null },
      now(ctx),
    );
    return;
  }
  await withSystemTransaction(ctx, async (tx) => {
    const state = { state: "delivered", channel: "in_app", nextAt: null } as const;
    if (!(await settle(tx, one, state, now(ctx)))) return;
    await tx
      .insert(notifications)
      .values({
        id: newId(),
        userId,
        type: "appointment_reminder",
        params: {
          audience: one.audience,
          appointmentId: appointment.id,
          professionalName: professional.name,
          clientName,
          serviceName: appointment.serviceName,
          startsAt: appointment.startsAt.toISOString(),
          zone: professional.zone,
        },
        dedupeKey: `delivery:${one.id}`,
        createdAt: now(ctx),
      })
      .onConflictDoNothing({ target: notifications.dedupeKey });
  });
}

function reachOf(ctx: Ctx, one: Claimed, news: DueNews): Reach {
  const { email, userId } = news.recipients[one.audience];
  const toClient = one.audience === "client";
  return {
    phone: toClient ? news.client.phone : null,
    email,
    userId,
    optedOut: toClient && news.client.optedOut,
    mayCost: rightsOf(ctx, news).has("reminders"),
  };
}

function rightsOf(ctx: Ctx, { professional: { plan, trialEndsAt } }: DueNews) {
  return entitlements(plan, trialEndsAt?.getTime() ?? null, ctx.clock.now());
}

function deduplicates(ctx: Ctx, channel: Channel): boolean {
  return channel !== "in_app" && ctx[channel].deduplicates;
}

function now(ctx: Ctx): Date {
  return new Date(ctx.clock.now());
}
