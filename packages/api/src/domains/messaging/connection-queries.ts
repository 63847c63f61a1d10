import type { Db, Tx } from "@odys/db/client";
import { users, professionals } from "@odys/db/schema/accounts";
import { connectionChecks } from "@odys/db/schema/messaging/conversations";
import { deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { webhookEvents } from "@odys/db/schema/ops";
import type { UserId } from "@odys/shared/kernel/ids";
import type { ConnectionCheck } from "@odys/shared/messaging/connection-schema";
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";

type Row = typeof connectionChecks.$inferSelect;

/** Newest first. */
export function readChecks(db: Db | Tx, driver: string, limit: number): Promise<Row[]> {
  return db
    .select()
    .from(connectionChecks)
    .where(eq(connectionChecks.driver, driver))
    .orderBy(desc(connectionChecks.at), desc(connectionChecks.id))
    .limit(limit);
}

/** A row as it crosses the doors. */
export function toCheck({ driver, state, action, detail, since, at }: Row): ConnectionCheck {
  return { driver, state, action, detail, since: since.toISOString(), at: at.toISOString() };
}

/** When one of these things was last done. */
export async function readLast(
  db: Db | Tx,
  driver: string,
  actions: readonly Row["action"][],
): Promise<Row | null> {
  const [row] = await db
    .select()
    .from(connectionChecks)
    .where(and(eq(connectionChecks.driver, driver), inArray(connectionChecks.action, [...actions])))
    .orderBy(desc(connectionChecks.at))
    .limit(1);
  return row ?? null;
}

/** When it was last well; null if never. */
export async function readLastWell(db: Db | Tx, driver: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: connectionChecks.at })
    .from(connectionChecks)
    .where(and(eq(connectionChecks.driver, driver), eq(connectionChecks.state, "healthy")))
    .orderBy(desc(connectionChecks.at))
    .limit(1);
  return row?.at ?? null;
}

/** When a provider last told us of a message of ours, since `from`. */
export async function readAcknowledged(
  db: Db | Tx,
  provider: string,
  from: Date,
): Promise<Date | null> {
  const [row] = await db
    .select({ at: webhookEvents.receivedAt })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.provider, provider),
        gt(webhookEvents.receivedAt, from),
        sql`${webhookEvents.payload} ->> 'receipt' in ('sent', 'delivered', 'read')`,
      ),
    )
    .orderBy(desc(webhookEvents.receivedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Where the mails of whoever runs the platform go. */
export function readAdmins(db: Db | Tx) {
  return db
    .select({ userId: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.role, "admin"));
}

/** Professionals who have written by WhatsApp since then. */
export async function readWhoWrites(db: Db | Tx, from: Date): Promise<UserId[]> {
  const rows = await db
    .selectDistinct({ userId: professionals.userId })
    .from(professionals)
    .innerJoin(
      deliveryAttempts,
      and(
        eq(deliveryAttempts.professionalId, professionals.id),
        eq(deliveryAttempts.channel, "whatsapp"),
        gt(deliveryAttempts.startedAt, from),
      ),
    );
  return rows.map(({ userId }) => userId as UserId);
}
