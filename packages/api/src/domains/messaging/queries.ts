import type { Db, Tx } from "@odys/db/client";
import { professionals, users } from "@odys/db/schema/accounts";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { notifications } from "@odys/db/schema/messaging";
import { messages } from "@odys/db/schema/messaging/conversations";
import { deliveries, messageSettings, messageWordings } from "@odys/db/schema/messaging/deliveries";
import type { UserId } from "@odys/shared/kernel/ids";
import type { Locale } from "@odys/shared/kernel/wire";
import type { NotificationDto } from "@odys/shared/messaging/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

/** Somebody who can be told something. `userId` is null for a client without an account. */
export type Recipient = { userId: UserId | null; email: string | null; locale: Locale };

const owner = alias(users, "owner");
const linked = alias(users, "linked");

/** What messages are made of: an appointment and the people whom it concerns. */
const APPOINTMENT = {
  id: appointments.id,
  status: appointments.status,
  heldUntil: appointments.heldUntil,
  sequence: appointments.sequence,
  startsAt: appointments.startsAt,
  endsAt: appointments.endsAt,
  serviceName: appointments.serviceName,
  durationMinutes: appointments.durationMinutes,
  priceAmount: appointments.priceAmount,
  currency: appointments.currency,
  place: appointments.place,
  placeDetail: appointments.placeDetail,
  reason: appointments.reason,
  bookedEmail: appointments.bookedEmail,
};
const PROFESSIONAL = {
  id: professionals.id,
  name: professionals.name,
  slug: professionals.slug,
  zone: professionals.zone,
  locale: professionals.locale,
  currency: professionals.currency,
  plan: professionals.plan,
  trialEndsAt: professionals.trialEndsAt,
  mutedMails: professionals.mutedMails,
};
const OWNER = { id: owner.id, email: owner.email, locale: owner.locale };
const CLIENT = {
  id: clients.id,
  name: clients.name,
  email: clients.email,
  phone: clients.phone,
  /** Whether their last word was that they want nothing on WhatsApp. */
  optedOut: sql<boolean>`coalesce((
    select not said.granted from contact_consents said
    where said.client_id = ${clients.id} and said.channel = 'whatsapp'
    order by said.id desc limit 1), false)`,
};
const LINKED = { id: linked.id, email: linked.email, locale: linked.locale };

/** What applies to a practice that has said nothing: the columns' own defaults. */
export const DEFAULTS = {
  reminderMinutes: [1440, 60],
  quietFrom: 1320,
  quietUntil: 480,
  clientChannels: ["whatsapp", "mail"],
  monthlyBudget: 5000,
} satisfies Partial<typeof messageSettings.$inferSelect>;
export const SETTINGS = {
  reminderMinutes: messageSettings.reminderMinutes,
  quietFrom: messageSettings.quietFrom,
  quietUntil: messageSettings.quietUntil,
  clientChannels: messageSettings.clientChannels,
  monthlyBudget: messageSettings.monthlyBudget,
};

export type AppointmentNews = NonNullable<Awaited<ReturnType<typeof readNews>>>;

/** An appointment with the people whom it concerns, as they are now, and how its practice writes. */
export async function readNews(db: Db | Tx, appointmentId: string) {
  const [row] = await db
    .select({
      appointment: { ...APPOINTMENT, serviceReminders: services.reminderMinutes },
      professional: PROFESSIONAL,
      owner: OWNER,
      client: CLIENT,
      linked: LINKED,
      settings: SETTINGS,
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .innerJoin(owner, eq(owner.id, professionals.userId))
    .innerJoin(clients, eq(clients.id, appointments.clientId))
    .innerJoin(services, eq(services.id, appointments.serviceId))
    .leftJoin(linked, eq(linked.id, clients.userId))
    .leftJoin(messageSettings, eq(messageSettings.professionalId, professionals.id))
    .where(eq(appointments.id, appointmentId));
  return row ? toNews(row, row.appointment.bookedEmail) : null;
}

export type DueNews = NonNullable<ReturnType<Awaited<ReturnType<typeof readDue>>["get"]>>;

/** What the deliveries of a batch are about, as it is now; of those whose people are gone, nothing. */
export async function readDue(db: Db, deliveryIds: readonly string[], now: Date) {
  const spoken = sql<boolean>`exists (
    select 1 from messages m join conversations c on c.id = m.conversation_id
    where c.professional_id = ${deliveries.professionalId} and c.client_id = ${deliveries.clientId}
      and m.author = 'client' and m.way = 'whatsapp'
      and m.created_at > ${now.toISOString()}::timestamptz - interval '24 hours')`;
  const rows = await db
    .select({
      id: deliveries.id,
      appointment: APPOINTMENT,
      professional: PROFESSIONAL,
      owner: OWNER,
      client: CLIENT,
      linked: LINKED,
      settings: SETTINGS,
      windowOpen: spoken,
      message: { text: messages.text, readAt: messages.readAt },
      wording: { opening: messageWordings.opening, closing: messageWordings.closing },
    })
    .from(deliveries)
    .innerJoin(professionals, eq(professionals.id, deliveries.professionalId))
    .innerJoin(owner, eq(owner.id, professionals.userId))
    .innerJoin(clients, eq(clients.id, deliveries.clientId))
    .leftJoin(appointments, eq(appointments.id, deliveries.appointmentId))
    .leftJoin(linked, eq(linked.id, clients.userId))
    .leftJoin(messageSettings, eq(messageSettings.professionalId, deliveries.professionalId))
    .leftJoin(
      messageWordings,
      and(
        eq(messageWordings.professionalId, deliveries.professionalId),
        eq(messageWordings.template, deliveries.template),
        eq(messageWordings.locale, deliveries.locale),
      ),
    )
    .leftJoin(messages, sql`${messages.id} = (${deliveries.params} ->> 'messageId')::uuid`)
    .where(inArray(deliveries.id, [...deliveryIds]));
  return new Map(
    rows.map(({ id, windowOpen, message, wording, ...row }) => {
      const news = toNews(row, row.appointment?.bookedEmail ?? null);
      return [id, { ...news, windowOpen, message, wording }];
    }),
  );
}

type Person = { id: string; email: string; locale: Locale };
type Row<A, P> = {
  appointment: A;
  professional: P;
  owner: Person;
  client: { id: string; name: string; email: string | null; phone: string; optedOut: boolean };
  linked: Person | null;
  settings: Pick<typeof messageSettings.$inferSelect, keyof typeof SETTINGS> | null;
};

function toNews<A, P extends { locale: Locale }>(row: Row<A, P>, bookedEmail: string | null) {
  const { appointment, professional, client } = row;
  // Booked under another address, it is no business of the account that the client row leads to.
  const theirs = bookedEmail === null || bookedEmail === row.linked?.email;
  const account = theirs ? row.linked : null;
  return {
    appointment,
    professional,
    client,
    clientName: client.name,
    settings: row.settings ?? DEFAULTS,
    recipients: {
      professional: {
        userId: row.owner.id as UserId,
        email: row.owner.email,
        locale: row.owner.locale,
      },
      // The address of an account is verified; the one that was typed when booking is the next best.
      client: account
        ? { userId: account.id as UserId, email: account.email, locale: account.locale }
        : { userId: null, email: bookedEmail ?? client.email, locale: professional.locale },
    } satisfies Record<"professional" | "client", Recipient>,
  };
}

/** Whom to tell of what concerns a practice as a whole. */
export async function readOwner(
  db: Db,
  professionalId: string,
): Promise<{ userId: UserId } | null> {
  const [row] = await db
    .select({ userId: professionals.userId })
    .from(professionals)
    .where(eq(professionals.id, professionalId));
  return row ? { userId: row.userId as UserId } : null;
}

/** Where a user's mails go and in which language. */
export async function readAddress(
  db: Db,
  userId: string,
): Promise<{ email: string; locale: Locale } | null> {
  const [row] = await db
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** A row as it crosses the doors. */
export function toNotification(row: typeof notifications.$inferSelect): NotificationDto {
  const { id, type, params, createdAt, readAt } = row;
  return {
    id,
    type,
    params,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
