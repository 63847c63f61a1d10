import type { Tx } from "@odys/db/client";
import { waitingMessages } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import { ANSWERS, choiceOf, commandOf } from "@odys/shared/messaging/incoming";
import type { IncomingWhatsApp } from "@odys/shared/messaging/whatsapp-schema";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { readParties } from "./conversation-queries.ts";
import {
  type Candidate,
  changeConsents,
  findAnswered,
  findCandidates,
  isFirst,
  type LastContact,
  readContacts,
  readWaiting,
  rememberId,
  takeTurnOf,
} from "./incoming-queries.ts";
import { readMessagesOf, writeMessage } from "./message-queries.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So long a message of ours says what an answer is about. */
const CONTEXT_MS = 120 * MINUTE_MS;
/** So many texts wait for a person to say whose they are. */
const MOST_WAITING = 20;

/** A text that belongs to a conversation. */
type Said = { text: string; providerMessageId: string };

/**
 * What somebody wrote on WhatsApp lands in the thread it belongs to: that of their only practice, of
 * the one whose message they answer, or of the only one in contact with them within two hours. Where
 * it is unclear they are asked by numbers, and it waits for the answer. Who wants no more messages is
 * written to no more, but for one word that it was understood, and for that question, without which
 * nobody would read what they wrote. Who is unknown is told so once a day, and nothing of theirs is
 * kept. The same message twice is one.
 */
export async function receiveMessage(ctx: Ctx, incoming: IncomingWhatsApp): Promise<void> {
  const answer = await withSystemTransaction(ctx, (tx, inner) => take(tx, inner, incoming));
  if (answer === null) return;
  const { phone, whatsAppId } = incoming.from;
  const sent = await ctx.whatsapp.send({
    to: phone ?? whatsAppId,
    key: `answer:${incoming.providerMessageId}`,
    text: answer,
    buttons: [],
    template: null,
    windowOpen: true,
  });
  if (sent.outcome !== "accepted") ctx.log.warn(sent, "an answer on WhatsApp was not taken");
}

/** Does what follows from a message, and returns what is to be answered. */
async function take(tx: Tx, ctx: Ctx, incoming: IncomingWhatsApp): Promise<string | null> {
  const { from, providerMessageId, replyTo } = incoming;
  await takeTurnOf(tx, from.whatsAppId);
  if (!(await isFirst(tx, ctx, `message:${providerMessageId}`, DAY_MS))) return null;
  const candidates = await findCandidates(tx, from);
  const words = ANSWERS[candidates[0]?.locale ?? "pt-BR"];
  if (candidates.length === 0) {
    const isNew = await isFirst(tx, ctx, `stranger:${from.whatsAppId}`, DAY_MS);
    return isNew ? words.stranger(ctx.settings.origin) : null;
  }

  const command = commandOf(incoming.text);
  if (command !== null) {
    const changed = await changeConsents(tx, ctx, candidates, command === "start");
    if (changed === 0) return null;
    return command === "start" ? words.started : words.stopped;
  }

  const said = { text: textOf(incoming, words.noText), providerMessageId };
  const waiting = await readWaiting(tx, from.whatsAppId, ctx.clock.now() - DAY_MS);
  const options = waiting.at(-1)?.options ?? [];
  const chosen = options[choiceOf(incoming.text, options.length) ?? -1];
  const meant = candidates.find(({ clientId }) => clientId === chosen);
  if (meant) {
    for (const message of waiting) await file(ctx, meant, message);
    await tx.delete(waitingMessages).where(eq(waitingMessages.whatsAppId, from.whatsAppId));
    await rememberId(tx, meant, from.whatsAppId);
    return words.handedOn(meant.professionalName);
  }

  const answered = replyTo === null ? null : await findAnswered(tx, ctx, replyTo, candidates);
  const clear =
    answered ?? whoIsMeant(await readContacts(tx, candidates, ctx.clock.now() - CONTEXT_MS));
  if (clear) {
    await file(ctx, clear, said);
    await rememberId(tx, clear, from.whatsAppId);
    return null;
  }
  if (waiting.length < MOST_WAITING) await keepWaiting(tx, ctx, incoming, said, candidates);
  // Who writes three lines in a row is asked once.
  if (!(await isFirst(tx, ctx, `ask:${from.whatsAppId}`, MINUTE_MS))) return null;
  return words.which(candidates.map(({ professionalName }) => professionalName));
}

/**
 * The only practice there is; else the only one with which there was contact lately; else the one to
 * which they wrote last, if no other has written to them since.
 */
function whoIsMeant(contacts: readonly LastContact[]): Candidate | null {
  if (contacts.length === 1) return contacts[0]?.candidate ?? null;
  const recent = contacts.filter((contact) => contact.out > 0 || contact.in > 0);
  if (recent.length === 1) return recent[0]?.candidate ?? null;
  const [last] = recent.toSorted((a, b) => b.in - a.in);
  if (!last || last.in === 0) return null;
  const others = recent.filter((contact) => contact !== last);
  return others.every((contact) => contact.out < last.in) ? last.candidate : null;
}

async function file(ctx: Ctx, to: Candidate, { text, providerMessageId }: Said): Promise<void> {
  if (!ctx.open) throw new TypeError("file outside a transaction");
  const parties = await readParties(ctx.open.tx, to.clientId);
  if (!parties) return;
  // Who answers has read what was there.
  await readMessagesOf(ctx, parties, { author: "professional" });
  const content = { author: "client", kind: "text", way: "whatsapp" } as const;
  await writeMessage(ctx, parties, { ...content, text, providerMessageId });
}

async function keepWaiting(
  tx: Tx,
  ctx: Ctx,
  { from }: IncomingWhatsApp,
  said: Said,
  candidates: readonly Candidate[],
): Promise<void> {
  await tx.insert(waitingMessages).values({
    id: newId(),
    whatsAppId: from.whatsAppId,
    ...said,
    options: candidates.map(({ clientId }) => clientId),
    createdAt: new Date(ctx.clock.now()),
  });
}

/** As it is kept: no control characters but line breaks, and words where there are none. */
function textOf({ text }: IncomingWhatsApp, noText: string): string {
  const plain = text.replaceAll(/[^\P{Cc}\n\t]/gu, "").trim();
  return plain === "" ? noText : plain;
}
