import { PgBoss } from "pg-boss";
import type { EventConsumer } from "../../kernel/ports.ts";
import type { OutboxOptions, ScheduledJob, Tuning } from "./port.ts";

const DAY = 24 * 60 * 60;
/** Finished jobs are kept for a while, because their rows tell what happened. */
const KEEP_DONE = DAY;
const KEEP_DEAD = 90 * DAY;

/** Where jobs end that failed for good. */
export const deadLetterOf = (queue: string) => `${queue}.dead`;

/**
 * The queue in its own schema `pgboss`, on its own few connections, so that jobs start though every
 * connection of the pool for requests is busy.
 */
export function openBoss({ url, role, services }: OutboxOptions, tuning: Tuning): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "odys jobs",
    max: 4,
    supervise: role !== "web",
    schedule: role !== "web",
    superviseIntervalSeconds: tuning.superviseSeconds,
    monitorIntervalSeconds: Math.max(1, tuning.superviseSeconds - 2),
    cronWorkerIntervalSeconds: 5,
  });
  boss.on("error", (err) => services.log.error({ err }, "queue: error"));
  boss.on("warning", (warning) => services.log.warn({ warning }, "queue: warning"));
  return boss;
}

/** Makes the queues, or gives those that exist the present figures. */
export async function makeQueues(
  boss: PgBoss,
  consumers: readonly EventConsumer[],
  schedules: readonly ScheduledJob[],
  tuning: Tuning,
): Promise<void> {
  const each = {
    retryLimit: tuning.retryLimit,
    retryDelay: tuning.retryDelaySeconds,
    retryDelayMax: tuning.retryDelayMaxSeconds,
    retryBackoff: true,
    heartbeatSeconds: tuning.heartbeatSeconds,
    expireInSeconds: tuning.expireSeconds,
    deleteAfterSeconds: KEEP_DONE,
  };
  for (const { name } of [...consumers, ...schedules]) {
    const policy = schedules.some((schedule) => schedule.name === name) ? "stately" : "standard";
    const deadLetter = deadLetterOf(name);
    await boss.createQueue(deadLetter, { retentionSeconds: KEEP_DEAD });
    await boss.createQueue(name, { policy, deadLetter, ...each });
    await boss.updateQueue(name, { deadLetter, ...each });
  }
}
