import type { EventType } from "@odys/shared/ops/events";
import type { PgBoss } from "pg-boss";
import type { EventConsumer } from "../../kernel/ports.ts";
import type { EventJob } from "./run-job.ts";

type OutboxRow = {
  id: string;
  type: EventType;
  payload: Record<string, unknown>;
  request_id: string | null;
};

// Locked rows are another dispatcher's; rows that it has marked meanwhile are seen as marked.
const TAKE = `
  update public.outbox_events set dispatched_at = now()
  where id in (
    select id from public.outbox_events where dispatched_at is null
    order by id limit $1 for update skip locked)
  returning id, type, payload, request_id`;

/**
 * Takes the oldest waiting events and files one job per event and consumer that hears it, both in
 * one transaction: after a crash each is either still waiting or a job, and never both. The event's
 * id is the job's. Returns how many were taken and how many jobs each queue got.
 */
export async function dispatch(
  boss: PgBoss,
  consumers: readonly EventConsumer[],
  limit: number,
): Promise<{ taken: number; jobs: Map<string, number> }> {
  const jobs = new Map<string, number>();
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new TypeError("the queue's connection knows no transactions");
  const { db } = transaction;
  try {
    const events = ((await db.executeSql(TAKE, [limit])).rows as OutboxRow[]).toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    for (const { name, on } of consumers) {
      const heard = events
        .filter(({ type }) => on.includes(type))
        .map(({ id, type, payload, request_id }) => {
          const data: EventJob = { type, payload, requestId: request_id };
          return { id, data };
        });
      if (heard.length === 0) continue;
      await boss.insert(name, heard, { db, returnId: false });
      jobs.set(name, heard.length);
    }
    await transaction.commit();
    return { taken: events.length, jobs };
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
