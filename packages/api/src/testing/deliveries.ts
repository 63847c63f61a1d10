import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { newId } from "@odys/shared/kernel/ids";
import { asc, eq } from "drizzle-orm";
import { deliverDue } from "../domains/messaging/deliver-due.ts";
import type { Sent } from "../gateways/sent.ts";
import type { WhatsAppGateway, WhatsAppMessage } from "../gateways/whatsapp/port.ts";
import type { TestApp } from "./app.ts";
import type { mintAppointment, mintPractice } from "./fixtures.ts";

type Practice = Awaited<ReturnType<typeof mintPractice>>;
type Appointment = Awaited<ReturnType<typeof mintAppointment>>;

/** A reminder in the ledger, due now, by WhatsApp and then by mail unless told. */
export async function mintDelivery(
  app: TestApp,
  { professionalId }: Practice,
  { id: appointmentId, clientId }: Appointment,
  overrides: Partial<typeof deliveries.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  const now = new Date(app.clock.now());
  await app.db.insert(deliveries).values({
    id,
    professionalId,
    appointmentId,
    clientId,
    audience: "client",
    template: "reminder24h",
    locale: "pt-BR",
    params: {},
    dedupeKey: id,
    channels: ["whatsapp", "mail"],
    notBefore: now,
    notAfter: new Date(now.getTime() + 3 * 3_600_000),
    nextAt: now,
    ...overrides,
  });
  return id;
}

/** What the workers do at this moment. */
export function deliverNow(app: TestApp): Promise<number> {
  return deliverDue(app.ctx({ type: "job", queue: "messaging.deliver" }));
}

/** How a delivery stands, with its attempts in order. */
export async function ledgerOf(app: TestApp, id: string) {
  const [delivery] = await app.db.select().from(deliveries).where(eq(deliveries.id, id));
  const attempts = await app.db
    .select()
    .from(deliveryAttempts)
    .where(eq(deliveryAttempts.deliveryId, id))
    .orderBy(asc(deliveryAttempts.startedAt), asc(deliveryAttempts.id));
  if (!delivery) throw new Error("no such delivery");
  return { ...delivery, attempts };
}

type Script = (message: WhatsAppMessage, count: number) => Promise<Sent> | Sent;

/** A WhatsApp that answers as it is told, and keeps what it was asked. */
export function scriptedWhatsApp(
  script: Script,
  { deduplicates = false } = {},
): WhatsAppGateway & { asked: WhatsAppMessage[] } {
  const asked: WhatsAppMessage[] = [];
  return {
    driver: "cloud",
    deduplicates,
    asked,
    send: async (message) => script(message, asked.push(message)),
    connection: async () => ({ state: "open", detail: "" }),
    restart: async () => ({ ok: true, detail: "" }),
    connect: async () => ({ ok: true, detail: "" }),
  };
}
