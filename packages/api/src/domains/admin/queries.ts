import type { Tx } from "@odys/db/client";
import { professionals, users } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { maskEmail, maskPhone } from "@odys/shared/admin/mask";
import type { AdminAppointmentRow, AdminProfessionalRow } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, sql, type SQL } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";

/**
 * The one way from a person's request past row-level security: who runs the platform sees every
 * tenant, which no policy should have to know of. The ladder has refused everybody else; that is
 * made sure of once more here, because nothing behind this line asks again.
 */
export function asAdmin<T>(ctx: UserCtx, work: (tx: Tx, ctx: UserCtx) => Promise<T>): Promise<T> {
  if (ctx.actor.role !== "admin") throw new DomainError("FORBIDDEN");
  return withSystemTransaction(ctx, (tx, inner) => work(tx, { ...inner, actor: ctx.actor }));
}

/** Any part of a folded text, as people type it: accents are no difference, `%` and `_` mean themselves. */
export function contains(text: SQL, search: string | undefined): SQL | undefined {
  if (search === undefined) return undefined;
  return sql`${text} like app.fold(${`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`})`;
}

/** As the indexes `users_search` and `professionals_search` have it. */
export const userText = sql`app.fold(${users.name} || ' ' || ${users.email})`;
export const professionalText = sql`app.fold(${professionals.name} || ' ' || ${professionals.slug})`;

/** A page of `limit` rows out of one more, and where the next begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}

/** A cursor that is the id of the last row; VALIDATION_ERROR for anything else. */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor))
    return cursor;
  throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
}

export const professionalColumns = {
  id: professionals.id,
  userId: professionals.userId,
  slug: professionals.slug,
  name: professionals.name,
  profession: professionals.profession,
  plan: professionals.plan,
  trialEndsAt: professionals.trialEndsAt,
  suspendedAt: professionals.suspendedAt,
  createdAt: professionals.createdAt,
};

type ProfessionalRow = Pick<typeof professionals.$inferSelect, keyof typeof professionalColumns>;

/** The row as it travels. */
export function toProfessionalRow(row: ProfessionalRow): AdminProfessionalRow {
  return {
    ...row,
    trialEndsAt: row.trialEndsAt?.toISOString() ?? null,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Appointments and blocks of all practices, with whose they are. */
export function selectAnyAppointments(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      appointment: appointments,
      professional: {
        id: professionals.id,
        name: professionals.name,
        slug: professionals.slug,
        zone: professionals.zone,
      },
      client: { id: clients.id, name: clients.name, phone: clients.phone, email: clients.email },
    })
    .from(appointments)
    .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
    .leftJoin(
      clients,
      and(
        eq(clients.professionalId, appointments.professionalId),
        eq(clients.id, appointments.clientId),
      ),
    )
    .where(where)
    .$dynamic();
}

type AnyAppointment = Awaited<ReturnType<typeof selectAnyAppointments>>[number];

/** The row as lists show it: the client's number and address masked. */
export function toAppointmentRow({
  appointment,
  professional,
  client,
}: AnyAppointment): AdminAppointmentRow {
  const { id, kind, status, serviceName, source } = appointment;
  return {
    id,
    professional,
    kind,
    status,
    serviceName,
    source,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    createdAt: appointment.createdAt.toISOString(),
    client: client && {
      ...client,
      phone: maskPhone(client.phone),
      email: client.email && maskEmail(client.email),
    },
  };
}

/** The smallest UUIDv7 of a moment in epoch milliseconds: what was made since is found by its id. */
export function firstIdSince(ms: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
