import { newId } from "@odys/shared/kernel/ids";
import type { Channel, DeliveryReason, DeliveryState } from "@odys/shared/messaging/delivery";
import { remindersOf } from "@odys/shared/messaging/reminders";
import type { Template } from "@odys/shared/messaging/templates";
import { and, eq, gt, inArray, lt } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { appointments } from "../schema/booking.ts";
import { clients } from "../schema/clients.ts";
import { deliveries, deliveryAttempts } from "../schema/messaging/deliveries.ts";
import { random } from "./agenda.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const READ_AFTER_MS = 7 * MINUTE_MS;
const DAY_MS = 86_400_000;
const RULES = { minutes: [1_440, 60], quietFrom: 22 * 60, quietUntil: 8 * 60 };

/** How a message ended on one channel. */
type Try = { channel: Channel; state: DeliveryState; reason?: DeliveryReason };
type Message = Omit<
  typeof deliveries.$inferInsert,
  "id" | "notBefore" | "notAfter" | "locale" | "tries"
> & {
  at: number;
  notAfter: number;
  ways: Try[];
};

type Demo = {
  professionalId: string;
  zone: string;
  /** Of the client who wants nothing on WhatsApp. */
  refusedId: string | undefined;
  now: number;
};

/**
 * What was sent about the meetings of ten days before `now` (epoch ms) and of the next one: confirmations
 * and reminders with the names that the planner gives them, so that none of them is sent once more. What
 * is still to come is left to the planner.
 */
export async function insertSent(
  tx: Tx,
  { professionalId, zone, refusedId, now }: Demo,
): Promise<void> {
  const rows = await tx
    .select({ meeting: appointments, client: clients })
    .from(appointments)
    .innerJoin(clients, eq(clients.id, appointments.clientId))
    .where(
      and(
        eq(appointments.professionalId, professionalId),
        inArray(appointments.status, ["confirmed", "completed", "no_show"]),
        gt(appointments.startsAt, new Date(now - 10 * DAY_MS)),
        lt(appointments.startsAt, new Date(now + DAY_MS)),
      ),
    )
    .orderBy(appointments.startsAt);
  const draw = random(20_260_404);
  for (const { meeting, client } of rows) {
    const refused = client.id === refusedId;
    const end = () => (refused ? [] : waysBy(draw(), client.email !== null));
    const reminders = remindersAbout(meeting, { zone, linked: client.userId !== null, now }, end);
    await insertMessages(tx, [...newsAbout(meeting, refused), ...reminders]);
    const read = reminders.find(({ ways }) => ways.at(-1)?.state === "read");
    if (read && draw() < 0.6)
      await tx
        .update(appointments)
        .set({ attendanceConfirmedAt: new Date(read.at + READ_AFTER_MS) })
        .where(eq(appointments.id, meeting.id));
  }
}

type Meeting = typeof appointments.$inferSelect;

const about = ({ id, professionalId, clientId, startsAt }: Meeting) => ({
  professionalId,
  appointmentId: id,
  clientId,
  params: { status: "confirmed", startsAt: startsAt.toISOString() },
});

/** How it went, by a number between 0 and 1: mostly read, now and then not at all. */
function waysBy(chance: number, hasMail: boolean): Try[] {
  const none: Try = { channel: "whatsapp", state: "failed", reason: "no_whatsapp" };
  if (hasMail && chance < 0.5) return [none, { channel: "mail", state: "accepted" }];
  if (chance > 0.95) return [none];
  if (chance > 0.9) return [{ channel: "whatsapp", state: "unknown", reason: "answer_lost" }];
  return [{ channel: "whatsapp", state: chance < 0.6 ? "read" : "delivered" }];
}

function newsAbout(meeting: Meeting, refused: boolean): Message[] {
  const at = meeting.createdAt.getTime();
  const news = (template: Template, audience: Message["audience"], way: Try): Message => ({
    ...about(meeting),
    audience,
    template,
    dedupeKey: `${newId()}:${audience}:${template}:${way.channel}`,
    channels: [way.channel],
    at,
    notAfter: at + DAY_MS,
    ways: [way],
  });
  return [
    ...(meeting.source === "page"
      ? [news("bookingRequest", "professional", { channel: "mail", state: "accepted" })]
      : []),
    ...(refused
      ? []
      : [news("bookingConfirmed", "client", { channel: "whatsapp", state: "read" })]),
  ];
}

function remindersAbout(
  meeting: Meeting,
  { zone, linked, now }: { zone: string; linked: boolean; now: number },
  end: () => Try[],
): Message[] {
  const { id, startsAt, createdAt } = meeting;
  return remindersOf(startsAt.getTime(), { ...RULES, zone }, createdAt.getTime())
    .filter(({ at }) => at <= now - READ_AFTER_MS)
    .map(({ at, notAfter, template, minutes }) => ({
      ...about(meeting),
      audience: "client",
      template,
      dedupeKey: `reminder:${id}:${startsAt.toISOString()}:${minutes}`,
      channels: linked ? ["whatsapp", "mail", "in_app"] : ["whatsapp", "mail"],
      at,
      notAfter,
      ways: end(),
    }));
}

async function insertMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  const sent: (typeof deliveryAttempts.$inferInsert)[] = [];
  const rows = messages.map(({ at, notAfter, ways, ...message }) => {
    const id = newId();
    const last = ways.at(-1);
    for (const [index, one] of ways.entries())
      sent.push({
        id: newId(),
        professionalId: message.professionalId,
        deliveryId: id,
        driver: "local",
        providerMessageId: one.state === "unknown" ? null : `demo.${id}.${index}`,
        ...one,
        ...timesOf(one.state, at + index * 2 * MINUTE_MS),
      });
    return {
      id,
      locale: "pt-BR" as const,
      ...message,
      notBefore: new Date(at),
      notAfter: new Date(notAfter),
      createdAt: new Date(at),
      updatedAt: new Date(at),
      // Without a try there was no way at all: they want nothing on WhatsApp and have no address.
      state: last?.state ?? ("failed" as const),
      reason: last ? (last.reason ?? null) : ("opted_out" as const),
      channel: last?.channel ?? null,
      tries: last ? 1 : 0,
    };
  });
  if (rows.length > 0) await tx.insert(deliveries).values(rows);
  if (sent.length > 0) await tx.insert(deliveryAttempts).values(sent);
}

/** When a provider has told what leads to `state`, of a request made at `at` (epoch ms). */
function timesOf(state: DeliveryState, at: number) {
  const after = (ms: number) => new Date(at + ms);
  const seen = state === "delivered" || state === "read";
  return {
    startedAt: after(0),
    acceptedAt: state === "unknown" ? null : after(SECOND_MS),
    sentAt: seen ? after(2 * SECOND_MS) : null,
    deliveredAt: seen ? after(4 * SECOND_MS) : null,
    readAt: state === "read" ? after(READ_AFTER_MS) : null,
    failedAt: state === "failed" ? after(3 * SECOND_MS) : null,
  };
}
