import type { Ctx } from "../../kernel/ctx.ts";
import type { EventConsumer, OutboxControl, QueueDesk, Services } from "../../kernel/ports.ts";

/** What this process does: `web` writes events and handles none, `worker` handles, `all` does both. */
export type ProcessRole = "all" | "web" | "worker";

/** Work that is due by the clock. However many processes run, each time is done once. */
export type ScheduledJob = {
  /** Stable and unique: it names the queue. */
  name: string;
  /** Five fields, in UTC. */
  cron: string;
  run(ctx: Ctx): Promise<void>;
};

export type Tuning = {
  /** Events that one transaction turns into jobs. */
  dispatchBatch: number;
  /** Jobs that a worker takes at once, and how many of them run side by side. */
  jobBatch: number;
  parallel: number;
  /** Workers per queue, so that a slow batch does not hold up the next one. */
  workers: number;
  /** How often to look for events of other processes and for jobs that are due again. */
  pollMs: number;
  /** Tries after the first, each about twice as long after the last; 12 from 5 s on outlive an hour. */
  retryLimit: number;
  retryDelaySeconds: number;
  retryDelayMaxSeconds: number;
  /** A worker that is silent for so long is taken for dead (at least 10). */
  heartbeatSeconds: number;
  /** How often the dead are looked for. */
  superviseSeconds: number;
  /** How long one job may take altogether. */
  expireSeconds: number;
  /** Milliseconds that running jobs are given to finish when the process stops. */
  stopMs: number;
};

/** Drains thousands a second, starts a job a few milliseconds after the commit, takes over within half a minute. */
export const TUNING: Tuning = {
  dispatchBatch: 500,
  jobBatch: 100,
  parallel: 8,
  workers: 2,
  pollMs: 1_000,
  retryLimit: 12,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 900,
  heartbeatSeconds: 20,
  superviseSeconds: 12,
  expireSeconds: 300,
  stopMs: 10_000,
};

export type OutboxOptions = {
  services: Services;
  consumers: readonly EventConsumer[];
  schedules?: readonly ScheduledJob[];
  role: ProcessRole;
  /** Where the queue lives: the same database as the events. */
  url: string;
  tuning?: Partial<Tuning>;
};

/** Goes into `Services.outbox`, and its desk into `Services.queue`. */
export type Outbox = OutboxControl & {
  desk: QueueDesk;
  /** Makes the queues and begins to work, as far as the role does. Throws when the database refuses. */
  start(): Promise<void>;
  /** Lets running jobs finish for a while and gives the others back. */
  stop(): Promise<void>;
};
