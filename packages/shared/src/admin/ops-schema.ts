import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant, page, pageOf } from "../kernel/wire.ts";
import { RATE_LIMITS, type RateLimitName } from "../ops/limits.ts";

// ---- Outbox and queue --------------------------------------------------------------------------

export const listEventsInput = z.strictObject({
  state: z.enum(["waiting", "dispatched"]).default("waiting"),
  ...page,
});
export type ListEventsInput = z.infer<typeof listEventsInput>;

const outboxEvent = z.object({
  id,
  type: z.string(),
  professionalId: id.nullable(),
  requestId: z.string().nullable(),
  createdAt: instant,
  dispatchedAt: instant.nullable(),
});
export type OutboxEvent = z.infer<typeof outboxEvent>;
export const listEventsOutput = pageOf(outboxEvent);

/** States of a job that has not been done: those that were are deleted after a day and tell nothing. */
const JOB_STATES = ["created", "retry", "active", "dead"] as const;

const queueName = z.string().regex(/^[\w.-]{1,100}$/, { message: "queue" });

const queueState = z.object({
  name: z.string(),
  waiting: z.int(),
  /** Failed before and to be tried again. */
  retrying: z.int(),
  active: z.int(),
  /** Failed for good. */
  dead: z.int(),
  /** Since when the oldest that is due has been waiting. */
  oldestAt: instant.nullable(),
});
export const queues = z.object({
  items: z.array(queueState),
  /** Events that no dispatcher has taken yet. */
  events: z.object({ waiting: z.int(), oldestAt: instant.nullable() }),
});
export type Queues = z.infer<typeof queues>;

export const listJobsInput = z.strictObject({
  queue: queueName,
  state: z.enum(JOB_STATES).optional(),
  limit: page.limit,
});
export type ListJobsInput = z.infer<typeof listJobsInput>;

const job = z.object({
  id,
  state: z.enum(JOB_STATES),
  /** The event that it is about; null for what the clock asked for. */
  event: z.string().nullable(),
  requestId: z.string().nullable(),
  attempts: z.int(),
  createdAt: instant,
  /** When it is due (again). */
  dueAt: instant,
  /** What its last attempt ended with. */
  error: z.string().nullable(),
});
export const jobs = z.object({ items: z.array(job), more: z.boolean() });
export type Jobs = z.infer<typeof jobs>;

export const replayJobInput = z.strictObject({ queue: queueName, id });
export type ReplayJobInput = z.infer<typeof replayJobInput>;
export const replayDeadLettersInput = z.strictObject({ queue: queueName });
export type ReplayDeadLettersInput = z.infer<typeof replayDeadLettersInput>;
export const replayed = z.object({ jobs: z.int() });
export type Replayed = z.infer<typeof replayed>;

// ---- Health ------------------------------------------------------------------------------------

/** What readiness is made of; `domains/ops` says what each looks at. */
const HEALTH_CHECKS = ["database", "migrations", "outbox"] as const;

export const health = z.object({
  ok: z.boolean(),
  version: z.string(),
  now: instant,
  checks: z.array(
    z.object({
      name: z.enum(HEALTH_CHECKS),
      ok: z.boolean(),
      ms: z.number(),
      figures: z.object({ applied: z.int(), expected: z.int(), ageSeconds: z.int() }).partial(),
    }),
  ),
  process: z.object({
    node: z.string(),
    uptimeSeconds: z.int(),
    rssBytes: z.int(),
    heapBytes: z.int(),
    /** Share of the time in which the event loop was busy since the start, 0 to 1. */
    loopBusy: z.number(),
  }),
  database: z.object({
    version: z.string(),
    sizeBytes: z.int(),
    maxConnections: z.int(),
    /** Connections by whose they are. */
    connections: z.array(z.object({ name: z.string(), active: z.int(), idle: z.int() })),
  }),
});
export type AdminHealth = z.infer<typeof health>;

// ---- Rate limits -------------------------------------------------------------------------------

const limitNames = Object.keys(RATE_LIMITS) as [RateLimitName, ...RateLimitName[]];

/** At most two weeks: a row for each limit and hour. */
export const listHitsInput = z.strictObject({ hours: z.int().min(1).max(336).default(24) });
export type ListHitsInput = z.infer<typeof listHitsInput>;

export const hits = z.object({
  /** Start of the first hour; each list of `perHour` begins there. */
  from: instant,
  limits: z.array(
    z.object({
      limit: z.enum(limitNames),
      total: z.int(),
      callers: z.int(),
      perHour: z.array(z.int()),
    }),
  ),
  /** Who was refused most. */
  callers: z.array(
    z.object({
      caller: z.string(),
      limit: z.enum(limitNames),
      hits: z.int(),
      lastHour: instant,
    }),
  ),
});
export type Hits = z.infer<typeof hits>;

// ---- Overview ----------------------------------------------------------------------------------

export const overview = z.object({
  practices: z.object({ total: z.int(), suspended: z.int(), new7Days: z.int() }),
  people: z.object({ total: z.int(), new7Days: z.int() }),
  appointments: z.object({
    bookedToday: z.int(),
    booked7Days: z.int(),
    /** Meetings that begin within the next 24 hours. */
    next24Hours: z.int(),
  }),
  deadLetters: z.int(),
  retrying: z.int(),
  /** Since when the oldest event or job has been waiting that is due; null when none is. */
  oldestWaitingAt: instant.nullable(),
  hits24Hours: z.int(),
  now: instant,
});
export type Overview = z.infer<typeof overview>;
