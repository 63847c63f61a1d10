import { appointments } from "@odys/db/schema/booking";
import { clientIdentities } from "@odys/db/schema/clients";
import { contactConsents, conversations, messages } from "@odys/db/schema/messaging/conversations";
import { newId, type ProfessionalId } from "@odys/shared/kernel/ids";
import { asc, eq } from "drizzle-orm";
import type { TestApp } from "./app.ts";

/** How many rows of each kind are one client's. */
export async function countOwned(app: TestApp, clientId: string) {
  const [meetings, threads, identities, consents] = await Promise.all(
    [appointments, conversations, clientIdentities, contactConsents].map((table) =>
      app.db.$count(table, eq(table.clientId, clientId)),
    ),
  );
  return { meetings, threads, identities, consents };
}

/** What stands in a client's conversation, in alphabetical order. */
export async function textsOf(app: TestApp, clientId: string): Promise<string[]> {
  const rows = await app.db
    .select({ text: messages.text })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(eq(conversations.clientId, clientId))
    .orderBy(asc(messages.text));
  return rows.map(({ text }) => text);
}

/** Whose an appointment is. */
export async function clientOf(app: TestApp, appointmentId: string) {
  const [row] = await app.db.select().from(appointments).where(eq(appointments.id, appointmentId));
  return row?.clientId;
}

/** By what a client is known, and what they said about WhatsApp. */
export async function mintTraces(app: TestApp, professionalId: ProfessionalId, clientId: string) {
  const of = { professionalId, clientId, id: newId() };
  await app.db.insert(clientIdentities).values({ ...of, kind: "whatsapp", value: of.id });
  await app.db
    .insert(contactConsents)
    .values({ ...of, channel: "whatsapp", granted: false, source: "client" });
}
