import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { ClientSummary } from "@odys/shared/clients/schema";
import { sql } from "drizzle-orm";

/** The columns that are somebody's name and how to reach them. */
export const contactColumns = {
  id: clients.id,
  name: clients.name,
  phone: clients.phone,
  email: clients.email,
  archivedAt: clients.archivedAt,
};

/** The instant `now` of the clock as SQL. */
const at = (now: number) => sql`${new Date(now).toISOString()}::timestamptz`;
const tookPlace = (now: number) =>
  sql`(${appointments.status} = 'completed' or (${appointments.status} = 'confirmed' and ${appointments.endsAt} <= ${at(now)}))`;

/** What is counted of one client's appointments in one pass. Instants come as the driver's text. */
export function figureColumns(now: number) {
  const ahead = sql`(${appointments.status} in ('pending_confirmation', 'confirmed') and ${appointments.endsAt} > ${at(now)})`;
  return {
    visits: sql<number>`(count(*) filter (where ${tookPlace(now)}))::int`.as("visits"),
    noShows: sql<number>`(count(*) filter (where ${appointments.status} = 'no_show'))::int`.as(
      "no_shows",
    ),
    lastAt: sql<string | null>`max(${appointments.startsAt}) filter (where ${tookPlace(now)})`.as(
      "last_at",
    ),
    nextAt: sql<string | null>`min(${appointments.startsAt}) filter (where ${ahead})`.as("next_at"),
  };
}

type SummaryRow = Omit<ClientSummary, "archivedAt"> & { archivedAt: Date | null };

/** The row as it travels: instants in UTC. */
export function toSummary({ archivedAt, lastAt, nextAt, ...row }: SummaryRow): ClientSummary {
  return {
    ...row,
    archivedAt: archivedAt?.toISOString() ?? null,
    lastAt: isoOf(lastAt),
    nextAt: isoOf(nextAt),
  };
}

/** An instant as the database writes it, as it travels. */
export function isoOf(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
