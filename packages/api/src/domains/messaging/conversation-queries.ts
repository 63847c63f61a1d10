import type { Db, Tx } from "@odys/db/client";
import { professionals } from "@odys/db/schema/accounts";
import { clients } from "@odys/db/schema/clients";
import { contactConsents } from "@odys/db/schema/messaging/conversations";
import { messageSettings } from "@odys/db/schema/messaging/deliveries";
import { entitlements } from "@odys/shared/billing/plans";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Consent } from "@odys/shared/messaging/conversation-schema";
import { type Audience, type Channel, CHANNELS } from "@odys/shared/messaging/delivery";
import { reachOf, type Reach } from "@odys/shared/messaging/reach";
import { filePath } from "@odys/shared/ops/files";
import { and, desc, eq, isNull, or } from "drizzle-orm";
import type { Ctx, UserActor } from "../../kernel/ctx.ts";
import {
  announce,
  readAsSystem,
  withSystemTransaction,
  withTransaction,
} from "../../kernel/transaction.ts";

/** The two who talk: a practice and one of its clients. */
export type Parties = NonNullable<Awaited<ReturnType<typeof readParties>>>;

/** Who talks in the conversation of a client row; for the system alone. */
export async function readParties(db: Db | Tx, clientId: string) {
  const [row] = await db
    .select({
      client: {
        id: clients.id,
        userId: clients.userId,
        name: clients.name,
        phone: clients.phone,
        email: clients.email,
      },
      professional: {
        id: professionals.id,
        userId: professionals.userId,
        name: professionals.name,
        slug: professionals.slug,
        zone: professionals.zone,
        locale: professionals.locale,
        avatarId: professionals.avatarId,
        mutedMails: professionals.mutedMails,
        plan: professionals.plan,
        trialEndsAt: professionals.trialEndsAt,
      },
    })
    .from(clients)
    .innerJoin(professionals, eq(professionals.id, clients.professionalId))
    .where(eq(clients.id, clientId));
  return row ?? null;
}

/** By which ways the practice's clients hear of something, in order. */
export async function readChannels(
  tx: Db | Tx,
  { professional }: Parties,
): Promise<readonly Channel[]> {
  const [row] = await tx
    .select({ channels: messageSettings.clientChannels })
    .from(messageSettings)
    .where(eq(messageSettings.professionalId, professional.id));
  return row?.channels ?? ["whatsapp", "mail"];
}

/**
 * On which side of a client's conversation the caller stands, in the transaction open around the
 * call. NOT_FOUND for whoever stands on neither: the database shows them no such row.
 */
export async function sideOf(
  ctx: Ctx,
  { userId, professionalId }: UserActor,
  clientId: string,
): Promise<{ side: Audience; parties: Parties }> {
  if (!ctx.open) throw new TypeError("sideOf outside a transaction");
  const mine = or(
    eq(clients.userId, userId),
    professionalId === null ? undefined : eq(clients.professionalId, professionalId),
  );
  const [seen] = await ctx.open.tx
    .select({ professionalId: clients.professionalId })
    .from(clients)
    .where(and(eq(clients.id, clientId), mine));
  const parties = seen && (await readAsSystem(ctx, (db) => readParties(db, clientId)));
  if (!parties) throw new DomainError("NOT_FOUND");
  return { side: seen.professionalId === professionalId ? "professional" : "client", parties };
}

/**
 * Works on a conversation as whose side it is, inside the transaction open around the call: a practice's
 * as the professional, whom the database binds to it; a client's as the system, since it was shown
 * that it is theirs.
 */
export function onSide<T>(
  ctx: Ctx,
  side: Audience,
  work: (tx: Tx, ctx: Ctx) => Promise<T>,
): Promise<T> {
  return side === "professional" ? withTransaction(ctx, work) : withSystemTransaction(ctx, work);
}

/** The client rows that are linked to a user, at any number of practices. */
export function readOwnClients(tx: Tx, userId: string) {
  return tx
    .select({ id: clients.id, professionalId: clients.professionalId })
    .from(clients)
    .where(and(eq(clients.userId, userId), isNull(clients.mergedInto)));
}

/** Whether the practice's plan has messages. */
export function hasMessages({ clock }: Ctx, { professional }: Parties): boolean {
  const { plan, trialEndsAt } = professional;
  return entitlements(plan, trialEndsAt?.getTime() ?? null, clock.now()).has("messages");
}

/** With whom the reader of that side talks, as it travels. */
export function partnerOf({ client, professional }: Parties, side: Audience) {
  const clientId = client.id;
  if (side === "professional") return { clientId, name: client.name, slug: null, pictureUrl: null };
  const { name, slug, avatarId } = professional;
  return { clientId, name, slug, pictureUrl: avatarId === null ? null : filePath(avatarId) };
}

/** Has both look again, once the open transaction is committed. */
export function announceTo(ctx: Ctx, { client, professional }: Parties): void {
  announce(ctx, `user:${professional.userId}`);
  if (client.userId !== null) announce(ctx, `user:${client.userId}`);
}

/** The last word of a client on each channel of which they have said one. */
export async function readConsents(tx: Db | Tx, clientId: string): Promise<Consent[]> {
  const found = await Promise.all(
    CHANNELS.map((channel) =>
      tx
        .select()
        .from(contactConsents)
        .where(and(eq(contactConsents.clientId, clientId), eq(contactConsents.channel, channel)))
        .orderBy(desc(contactConsents.id))
        .limit(1),
    ),
  );
  return found.flat().map(({ channel, granted, source, createdAt }) => ({
    channel,
    granted,
    source,
    at: createdAt.toISOString(),
  }));
}

/** How the professional's next message reaches the client. */
export function reachTo(
  { client }: Parties,
  channels: readonly Channel[],
  consents: readonly Consent[],
): Reach {
  const refused = consents.filter(({ granted }) => !granted).map(({ channel }) => channel);
  return reachOf({ hasAccount: client.userId !== null, email: client.email, refused, channels });
}
