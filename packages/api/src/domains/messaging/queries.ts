import type { Db } from "@odys/db/client";
import { professionals, users } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { notifications } from "@odys/db/schema/messaging";
import type { UserId } from "@odys/shared/kernel/ids";
import type { Locale } from "@odys/shared/kernel/wire";
import type { NotificationDto } from "@odys/shared/messaging/schema";
import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

/** Somebody who can be told something. `userId` is null for a client without an account. */
export type Recipient = { userId: UserId | null; email: string | null; locale: Locale };

export type AppointmentNews = NonNullable<Awaited<ReturnType<typeof readNews>>>;

/** An appointment with the people whom it concerns, as they are now. */
export async function readNews(db: Db, appointmentId: string) {
  const owner = alias(users, "owner");
  const linked = alias(users, "linked");
  const [row] = await db
    .select({
      appointment: {
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
      },
      professional: {
        name: professionals.name,
        slug: professionals.slug,
        zone: professionals.zone,
        locale: professionals.locale,
        mutedMails: professionals.mutedMails,
      },
      owner: { id: owner.id, email: owner.email, locale: owner.locale },
      client: { name: clients.name, email: clients.email },
      linked: { id: linked.id, email: linked.email, locale: linked.locale },
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .innerJoin(owner, eq(owner.id, professionals.userId))
    .innerJoin(clients, eq(clients.id, appointments.clientId))
    .leftJoin(linked, eq(linked.id, clients.userId))
    .where(eq(appointments.id, appointmentId));
  if (!row) return null;
  const { professional, client } = row;
  const { bookedEmail, ...appointment } = row.appointment;
  // Booked under another address, it is no business of the account that the client row leads to.
  const theirs = bookedEmail === null || bookedEmail === row.linked?.email;
  const account = theirs ? row.linked : null;
  return {
    appointment,
    professional,
    clientName: client.name,
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
