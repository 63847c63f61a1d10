import type { Db } from "@odys/db/client";
import type { AdminHealth } from "@odys/shared/admin/ops-schema";
import type { EventPayload, EventType, OdysEvent } from "@odys/shared/ops/events";
import type { RateLimitName } from "@odys/shared/ops/limits";
import type { Logger } from "pino";
import type { AuthGateway } from "../gateways/auth/port.ts";
import type { LiveGateway } from "../gateways/live/port.ts";
import type { FileStorage } from "../gateways/file-storage/port.ts";
import type { MailGateway } from "../gateways/mail/port.ts";
import type { WhatsAppGateway } from "../gateways/whatsapp/port.ts";
import type { Actor, Ctx } from "./ctx.ts";

/** Epoch milliseconds. Injected, so that tests decide what time it is. */
export type Clock = { now(): number };
export const systemClock: Clock = { now: Date.now };

/** Counts attempts. `retryAfterSeconds` is how long the caller should wait; throws when the store is down. */
export type RateLimiter = {
  consume(
    limit: RateLimitName,
    key: string,
  ): Promise<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;
  close(): Promise<void>;
};

/**
 * Makes sure that a webhook comes from its provider, on the raw bytes. Returns what the provider's
 * procedure is given, or null for a forged, stale or broken one. Compares secrets in constant time.
 */
export type WebhookVerifier = {
  readonly provider: string;
  /** Largest body that this provider sends, in bytes; unless given, what every door takes. */
  readonly maxBytes?: number;
  /** Answers a provider that asks by GET whether it has the right address: what to say, or null for a stranger. */
  handshake?(query: URLSearchParams): string | null;
  /** Throws VALIDATION_ERROR for what the provider vouches for but nobody can read. */
  verify(call: { headers: Headers; body: Uint8Array; now: number }): Promise<unknown>;
};

/**
 * Something without which this process cannot work. Answers with plain figures beside `ok`, which
 * everybody may read; throws when it cannot tell.
 */
export type HealthCheck = {
  name: AdminHealth["checks"][number]["name"];
  run(services: Services): Promise<{ ok: boolean } & AdminHealth["checks"][number]["figures"]>;
};

/** The queue as the kernel and use cases see it. */
export type OutboxControl = {
  /** Tells the dispatcher, after a commit, that events wait. Never blocks and never throws. */
  wake(): void;
  /**
   * Does in this process what waits, for where no worker lives long. Resolves to how many jobs were
   * tried, when none waits any more or `forMs` milliseconds (20 000 unless given) are over.
   */
  drain(options?: { forMs?: number }): Promise<number>;
};

export type QueueFigures = {
  name: string;
  waiting: number;
  /** Failed before and to be tried again. */
  retrying: number;
  active: number;
  /** Failed for good. */
  dead: number;
  /** Since when the oldest that is due has been waiting. */
  oldestAt: Date | null;
};

/** A job that has not been done. `state` is `dead` when it failed for good. */
export type QueuedJob = {
  id: string;
  state: "created" | "retry" | "active" | "dead";
  event: string | null;
  requestId: string | null;
  attempts: number;
  createdAt: Date;
  dueAt: Date;
  error: string | null;
};

/** The queue as whoever runs the platform sees it. Jobs go by the id of their event. */
export type QueueDesk = {
  /** Every queue, busy or not, in order of its name. */
  figures(): Promise<QueueFigures[]>;
  /** Jobs of one queue that are not done, newest first. */
  jobs(queue: string, options: { state?: QueuedJob["state"]; limit: number }): Promise<QueuedJob[]>;
  /**
   * Has a dead letter done again under the id that it had, or one that waits for its next attempt
   * done now. False when there is none (any more): of two calls one does it.
   */
  replay(queue: string, id: string): Promise<boolean>;
  /** The same with the dead letters of a queue, oldest first, at most `limit`. Returns how many. */
  replayDead(queue: string, limit: number): Promise<number>;
};

/** Keeps count of refusals by the limiter. Never waits, never throws. */
export type RefusalCounter = { note(limit: RateLimitName, key: string): void };

/** What a room does inside the transaction of another room's event; its failure undoes the change. */
export type InTransactionHandlers = {
  [T in EventType]?: (ctx: Ctx, payload: EventPayload<T>) => Promise<void>;
};

/** What rooms do after the commit, as jobs: at least once, so each must bear being repeated. */
export type EventConsumer = {
  /** Stable and unique: it names the queue. */
  name: string;
  on: readonly EventType[];
  handle(ctx: Ctx, event: OdysEvent, eventId: string): Promise<void>;
};

export type Settings = {
  /** Public origin of the app, without a trailing slash; links in mails begin with it. */
  origin: string;
  /** Origins whose pages may send mutations with cookies. The app's own is always among them. */
  trustedOrigins: readonly string[];
  /** How many proxies before us may be believed about the client's address. */
  trustedProxies: number;
  /** Lower bound of the answer time of procedures that must not tell by time; 0 only in benchmarks. */
  responseFloorMs: number;
  /**
   * Hashes that a guest's device works out for a booking when nothing presses (shared/booking/guest-check.ts).
   * 0 asks guests for nothing and counts none of them: only in tests and benchmarks of what lies behind.
   */
  guestWork: number;
  /** Multiplies the caps on guests of one network, where many people share an address. */
  guestCapsTimes: number;
  cronSecret: string | null;
  /** Signs the links that open one thing without signing in (kernel/links.ts), and what guests prove. */
  linkSecret: string;
  /** Where people write to who run the platform. */
  supportEmail: string;
  production: boolean;
  /**
   * Whether anybody may read what the local mail driver keeps, sign-in links included: on a person's
   * own machine and in demonstrations, never where real people have accounts.
   */
  openMailbox: boolean;
  version: string;
};

/** Everything that lives as long as the process. Built once by the composition root. */
export type Services = {
  db: Db;
  clock: Clock;
  log: Logger;
  limiter: RateLimiter;
  outbox: OutboxControl;
  queue: QueueDesk;
  refusals: RefusalCounter;
  auth: AuthGateway;
  mail: MailGateway;
  whatsapp: WhatsAppGateway;
  live: LiveGateway;
  files: FileStorage;
  settings: Settings;
  /** One for each provider that may call us. */
  webhooks?: readonly WebhookVerifier[];
  /** Wired in root.ts, so that the kernel knows no room. */
  inTransaction: InTransactionHandlers;
  resolveActor(
    services: Services,
    headers: Headers,
    responseHeaders: Headers,
    ip: string,
  ): Promise<Actor>;
};
