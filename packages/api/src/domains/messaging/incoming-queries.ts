import type { Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { clientIdentities, clients } from "@odys/db/schema/clients";
import {
  contactConsents,
  conversations,
  messages,
  waitingMessages,
} from "@odys/db/schema/messaging/conversations";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import type { Locale } from "@odys/shared/kernel/wire";
import type { IncomingWhatsApp } from "@odys/shared/messaging/whatsapp-schema";
import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import type { Ctx } from "../../kernel/ctx.ts";
import { findByIdentity } from "../clients/index.ts";
import { readConsents } from "./conversation-queries.ts";

/** A client row that whoever writes may be, with whose client it is. */
export type Candidate = {
  clientId: string;
  professionalId: string;
  professionalName: string;
  locale: Locale;
};

/** One at a time of what a person writes: the second waits until the first is committed. */
export async function takeTurnOf(tx: Tx, whatsAppId: string): Promise<void> {
  const name = `whatsapp:${whatsAppId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Whether `what` is new for so many milliseconds; from now on it is not. Nobody is named in the row. */
export async function isFirst(tx: Tx, ctx: Ctx, what: string, forMs: number): Promise<boolean> {
  const now = ctx.clock.now();
  const key = createHash("sha256").update(what).digest("base64url");
  const fresh = { createdAt: new Date(now), expiresAt: new Date(now + forMs) };
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({
      actor: "whatsapp",
      procedure: "messaging.receiveMessage",
      key,
      bodyHash: "",
      ...fresh,
    })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.procedure, idempotencyKeys.key],
      set: fresh,
      setWhere: lt(idempotencyKeys.expiresAt, new Date(now)),
    })
    .returning({ key: idempotencyKeys.key });
  return claimed.length > 0;
}

/** Who may be writing, one client for each practice, by the practice's name. */
export async function findCandidates(
  tx: Tx,
  { phone, whatsAppId }: IncomingWhatsApp["from"],
): Promise<Candidate[]> {
  const known = await findByIdentity(tx, { phone, whatsAppId });
  const ids = known.map(({ clientId }) => clientId);
  const rows = await tx
    .select({
      clientId: clients.id,
      professionalId: clients.professionalId,
      professionalName: professionals.name,
      locale: professionals.locale,
    })
    .from(clients)
    .innerJoin(professionals, eq(professionals.id, clients.professionalId))
    .where(inArray(clients.id, ids))
    .orderBy(asc(professionals.name), asc(clients.id));
  return [
    ...new Map(rows.toReversed().map((row) => [row.professionalId, row])).values(),
  ].toReversed();
}

/** Remembers by which id WhatsApp knows a client, for when it comes without a number. */
export async function rememberId(tx: Tx, to: Candidate, whatsAppId: string): Promise<void> {
  const { professionalId, clientId } = to;
  await tx
    .insert(clientIdentities)
    .values({ id: newId(), professionalId, clientId, kind: "whatsapp", value: whatsAppId })
    .onConflictDoNothing();
}

/** Whose message of ours somebody answers to, of those whom they may be. */
export async function findAnswered(
  tx: Tx,
  ctx: Ctx,
  replyTo: string,
  candidates: readonly Candidate[],
): Promise<Candidate | null> {
  const [row] = await tx
    .select({ clientId: deliveries.clientId })
    .from(deliveryAttempts)
    .innerJoin(deliveries, eq(deliveries.id, deliveryAttempts.deliveryId))
    .where(
      and(
        eq(deliveryAttempts.driver, ctx.whatsapp.driver),
        eq(deliveryAttempts.providerMessageId, replyTo),
      ),
    );
  return candidates.find(({ clientId }) => clientId === row?.clientId) ?? null;
}

/** When a practice last wrote to the client on WhatsApp and when they last wrote to it, since an instant; epoch ms. */
export type LastContact = { candidate: Candidate; out: number; in: number };

/** The last contacts with each practice since `since` (epoch ms). */
export function readContacts(
  tx: Tx,
  candidates: readonly Candidate[],
  since: number,
): Promise<LastContact[]> {
  const from = new Date(since);
  return Promise.all(
    candidates.map(async (candidate) => {
      const [sent] = await tx
        .select({ at: deliveryAttempts.startedAt })
        .from(deliveries)
        .innerJoin(deliveryAttempts, eq(deliveryAttempts.deliveryId, deliveries.id))
        .where(
          and(
            eq(deliveries.clientId, candidate.clientId),
            eq(deliveries.audience, "client"),
            eq(deliveryAttempts.channel, "whatsapp"),
            inArray(deliveryAttempts.state, ["unknown", "accepted", "sent", "delivered", "read"]),
            gt(deliveryAttempts.startedAt, from),
          ),
        )
        .orderBy(desc(deliveryAttempts.startedAt))
        .limit(1);
      const [said] = await tx
        .select({ at: messages.createdAt })
        .from(conversations)
        .innerJoin(messages, eq(messages.conversationId, conversations.id))
        .where(
          and(
            eq(conversations.professionalId, candidate.professionalId),
            eq(conversations.clientId, candidate.clientId),
            eq(messages.author, "client"),
            eq(messages.way, "whatsapp"),
            gt(messages.createdAt, from),
          ),
        )
        .orderBy(desc(messages.id))
        .limit(1);
      return { candidate, out: sent?.at.getTime() ?? 0, in: said?.at.getTime() ?? 0 };
    }),
  );
}

/** Writes down the client's own word on WhatsApp at each practice where it is another than their last. Returns how many. */
export async function changeConsents(
  tx: Tx,
  ctx: Ctx,
  candidates: readonly Candidate[],
  granted: boolean,
): Promise<number> {
  let changed = 0;
  for (const { professionalId, clientId } of candidates) {
    const last = (await readConsents(tx, clientId)).find(({ channel }) => channel === "whatsapp");
    if ((last?.granted ?? true) === granted) continue;
    const word = { channel: "whatsapp" as const, granted, source: "client" as const };
    const createdAt = new Date(ctx.clock.now());
    await tx
      .insert(contactConsents)
      .values({ id: newId(), professionalId, clientId, ...word, createdAt });
    changed++;
  }
  return changed;
}

/** What a person wrote and whose it is they have not said yet, oldest first; what is older than `since` (epoch ms) is forgotten. */
export async function readWaiting(tx: Tx, whatsAppId: string, since: number) {
  await tx.delete(waitingMessages).where(lt(waitingMessages.createdAt, new Date(since)));
  return tx
    .select()
    .from(waitingMessages)
    .where(eq(waitingMessages.whatsAppId, whatsAppId))
    .orderBy(asc(waitingMessages.id));
}
