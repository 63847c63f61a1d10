import { randomUUID } from "node:crypto";
import { newId } from "@odys/shared/kernel/ids";
import type { Db } from "../client.ts";
import * as schema from "../schema/index.ts";

/** One practice with its owner, and the ids that rows of it refer to. */
export type Tenant = {
  userId: string;
  professionalId: string;
  serviceId: string;
  clientId: string;
  conversationId: string;
  deliveryId: string;
  /** Hours are counted on, so that no two appointments of a tenant meet. */
  hours: number;
};

export const newTenant = (): Tenant => ({
  userId: newId(),
  professionalId: newId(),
  serviceId: newId(),
  clientId: newId(),
  conversationId: newId(),
  deliveryId: newId(),
  hours: 0,
});

/** Every table by its name in the schema. */
export const TABLES = { ...schema };

type Rows = {
  [T in keyof typeof schema]: (tenant: Tenant) => (typeof schema)[T]["$inferInsert"];
};

const owned = ({ professionalId }: Tenant) => ({ id: newId(), professionalId });
const personal = ({ userId }: Tenant) => ({ id: newId(), userId });
const soon = () => new Date("2027-01-01T00:00:00.000Z");

/** A new row of every table for a tenant. A table that is not here does not compile. */
export const NEW_ROW: Rows = {
  users: () => ({ id: newId(), email: `${randomUUID()}@odys.test`, name: "Pessoa" }),
  authAccounts: (t) => ({ ...personal(t), accountId: newId(), providerId: "credential" }),
  authSessions: (t) => ({ ...personal(t), token: newId(), expiresAt: soon() }),
  authVerifications: () => ({ id: newId(), identifier: "x", value: newId(), expiresAt: soon() }),
  professionals: (t) => ({
    id: newId(),
    userId: t.userId,
    slug: randomUUID(),
    name: "Ana",
    profession: "psychologist",
    phone: "+5511987654321",
    zone: "America/Sao_Paulo",
  }),
  onboardingDrafts: (t) => ({ userId: t.userId, draft: {} }),
  clients: (t) => ({ ...owned(t), name: "Bia", phone: randomUUID() }),
  services: (t) => ({ ...owned(t), name: "Sessão", durationMinutes: 50, priceAmount: 12_000 }),
  availability: (t) => ({
    ...owned(t),
    dayOfWeek: t.hours % 7,
    startMinute: 60 * (t.hours % 24),
    endMinute: 60 * (t.hours++ % 24) + 60,
  }),
  availabilityExceptions: (t) => ({
    ...owned(t),
    date: new Date(Date.UTC(2027, 0, 1 + t.hours++)).toISOString().slice(0, 10),
  }),
  storedFiles: (t) => ({
    ...owned(t),
    userId: t.userId,
    purpose: "avatar",
    contentType: "image/webp",
    size: 1,
    sha256: "00",
  }),
  calendarFeeds: (t) => ({ ...personal(t), side: "professional" }),
  rateLimitHits: () => ({ hour: soon(), limit: "booking", caller: randomUUID(), hits: 1 }),
  appointments: (t) => {
    const startsAt = new Date(Date.UTC(2027, 0, 1, t.hours++));
    const endsAt = new Date(startsAt.getTime() + 50 * 60_000);
    return {
      ...owned(t),
      serviceId: t.serviceId,
      clientId: t.clientId,
      status: "confirmed",
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil: endsAt,
      serviceName: "Sessão",
      durationMinutes: 50,
      priceAmount: 12_000,
      currency: "BRL",
      place: "in_person",
      source: "page",
    };
  },
  notifications: (t) => ({
    ...personal(t),
    type: "booking_requested",
    params: {},
    dedupeKey: newId(),
  }),
  localMessages: () => ({
    id: newId(),
    channel: "mail",
    recipient: "x@odys.test",
    subject: "s",
    text: "t",
    html: "h",
    dedupeKey: newId(),
  }),
  webhookEvents: () => ({ provider: "p", key: newId(), payload: {}, receivedAt: soon() }),
  clientIdentities: (t) => ({ ...owned(t), clientId: t.clientId, kind: "phone", value: newId() }),
  clientMerges: (t) => ({ ...owned(t), keptId: t.clientId, mergedId: t.clientId, moved: {} }),
  contactConsents: (t) => ({
    ...owned(t),
    clientId: t.clientId,
    channel: "whatsapp",
    granted: true,
    source: "client",
  }),
  conversations: (t) => ({ ...owned(t), clientId: t.clientId, lastMessageAt: soon() }),
  messages: (t) => ({
    ...owned(t),
    conversationId: t.conversationId,
    author: "client",
    kind: "text",
    text: "Oi",
    way: "app",
  }),
  waitingMessages: () => ({
    id: newId(),
    whatsAppId: randomUUID(),
    providerMessageId: newId(),
    text: "Oi",
    options: [],
  }),
  connectionChecks: () => ({
    id: newId(),
    driver: "local",
    state: "healthy",
    action: "none",
    since: soon(),
    at: soon(),
  }),
  deliveries: (t) => ({
    ...owned(t),
    clientId: t.clientId,
    audience: "client",
    template: "reminder24h",
    locale: "pt-BR",
    params: {},
    dedupeKey: newId(),
    channels: ["mail"],
    notBefore: soon(),
    notAfter: soon(),
  }),
  deliveryAttempts: (t) => ({
    ...owned(t),
    deliveryId: t.deliveryId,
    channel: "mail",
    driver: "local",
    state: "accepted",
    startedAt: soon(),
  }),
  messageSettings: ({ professionalId }) => ({ professionalId }),
  messageSpending: ({ professionalId }) => ({ professionalId, month: "2027-01", currency: "BRL" }),
  messageWordings: ({ professionalId }) => ({
    professionalId,
    template: "reminder24h",
    locale: "pt-BR",
  }),
  outboxEvents: (t) => ({ ...owned(t), type: "accounts.email_verified", payload: {} }),
  idempotencyKeys: (t) => ({
    actor: `user:${t.userId}`,
    procedure: "p",
    key: newId(),
    bodyHash: "",
    expiresAt: soon(),
  }),
  auditLog: ({ professionalId }) => ({
    professionalId,
    actor: "system",
    tableName: "t",
    rowId: "r",
    operation: "insert",
    changed: [],
    values: {},
  }),
};

/** Writes a practice, and one row of every table beside what it is made of. */
export async function seedTenant(db: Db, tenant: Tenant): Promise<void> {
  const { userId, professionalId, serviceId, clientId } = tenant;
  await db.insert(schema.users).values({ ...NEW_ROW.users(tenant), id: userId });
  await db
    .insert(schema.professionals)
    .values({ ...NEW_ROW.professionals(tenant), id: professionalId });
  await db.insert(schema.services).values({ ...NEW_ROW.services(tenant), id: serviceId });
  await db.insert(schema.clients).values({ ...NEW_ROW.clients(tenant), id: clientId });
  await db.insert(schema.availability).values(NEW_ROW.availability(tenant));
  await db.insert(schema.availabilityExceptions).values(NEW_ROW.availabilityExceptions(tenant));
  await db.insert(schema.storedFiles).values(NEW_ROW.storedFiles(tenant));
  await db.insert(schema.calendarFeeds).values(NEW_ROW.calendarFeeds(tenant));
  await db.insert(schema.rateLimitHits).values(NEW_ROW.rateLimitHits(tenant));
  await db.insert(schema.appointments).values(NEW_ROW.appointments(tenant));
  await db.insert(schema.authAccounts).values(NEW_ROW.authAccounts(tenant));
  await db.insert(schema.authSessions).values(NEW_ROW.authSessions(tenant));
  await db.insert(schema.authVerifications).values(NEW_ROW.authVerifications(tenant));
  await db.insert(schema.onboardingDrafts).values(NEW_ROW.onboardingDrafts(tenant));
  await db.insert(schema.notifications).values(NEW_ROW.notifications(tenant));
  await db.insert(schema.localMessages).values(NEW_ROW.localMessages(tenant));
  await db.insert(schema.webhookEvents).values(NEW_ROW.webhookEvents(tenant));
  await db.insert(schema.clientIdentities).values(NEW_ROW.clientIdentities(tenant));
  await db.insert(schema.clientMerges).values(NEW_ROW.clientMerges(tenant));
  await db.insert(schema.contactConsents).values(NEW_ROW.contactConsents(tenant));
  const conversation = { ...NEW_ROW.conversations(tenant), id: tenant.conversationId };
  await db.insert(schema.conversations).values(conversation);
  await db.insert(schema.messages).values(NEW_ROW.messages(tenant));
  await db.insert(schema.waitingMessages).values(NEW_ROW.waitingMessages(tenant));
  await db.insert(schema.connectionChecks).values(NEW_ROW.connectionChecks(tenant));
  const delivery = { ...NEW_ROW.deliveries(tenant), id: tenant.deliveryId };
  await db.insert(schema.deliveries).values(delivery);
  await db.insert(schema.deliveryAttempts).values(NEW_ROW.deliveryAttempts(tenant));
  await db.insert(schema.messageSettings).values(NEW_ROW.messageSettings(tenant));
  await db.insert(schema.messageSpending).values(NEW_ROW.messageSpending(tenant));
  await db.insert(schema.messageWordings).values(NEW_ROW.messageWordings(tenant));
  await db.insert(schema.outboxEvents).values(NEW_ROW.outboxEvents(tenant));
  await db.insert(schema.idempotencyKeys).values(NEW_ROW.idempotencyKeys(tenant));
}
