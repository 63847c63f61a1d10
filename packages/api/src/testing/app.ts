import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { newId, type UserId } from "@odys/shared/kernel/ids";
import { pino } from "pino";
import { createMemoryLive } from "../gateways/live/memory.ts";
import type { Actor, Ctx, UserActor } from "../kernel/ctx.ts";
import type { Services } from "../kernel/ports.ts";
import { appRouter, inTransaction, resolveActor, systemRouter } from "../root.ts";
import { createContext, createTrustedContext, type RequestContext } from "../trpc/context.ts";
import { t } from "../trpc/init.ts";
import { emptyQueue, testAuth, testMail, testWhatsApp } from "./gateways.ts";
import { createMemoryFiles } from "../gateways/file-storage/memory.ts";

/** A clock that stands still until it is told to move. */
export type TestClock = { now(): number; set(instant: string): void; advance(ms: number): void };

function createTestClock(instant = "2026-11-23T12:00:00.000Z"): TestClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set: (to) => void (now = Date.parse(to)),
    advance: (ms) => void (now += ms),
  };
}

const createAppCaller = t.createCallerFactory(appRouter);
const createSystemCaller = t.createCallerFactory(systemRouter);

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

/**
 * The whole API on a database of its own: real PostgreSQL, a clock that stands, limits that never
 * bite, no floor under answer times. Override single services to test them.
 */
export async function createTestApp(
  overrides: Partial<Omit<Services, "settings">> & {
    settings?: Partial<Services["settings"]>;
    max?: number;
  } = {},
) {
  const { max, settings, ...given } = overrides;
  const database: TestDatabase = await createTestDatabase({ max });
  const clock = createTestClock();
  const mail = testMail();
  const whatsapp = testWhatsApp();
  const files = createMemoryFiles();
  const services: Services = {
    db: database.db,
    clock,
    log: pino({ level: "silent" }),
    limiter: { consume: async () => ({ allowed: true }), close: async () => {} },
    outbox: { wake() {}, drain: async () => 0 },
    queue: emptyQueue,
    refusals: { note() {} },
    auth: testAuth,
    mail,
    whatsapp,
    live: createMemoryLive(),
    files,
    inTransaction,
    resolveActor,
    ...given,
    settings: {
      origin: "http://odys.test",
      trustedOrigins: [],
      trustedProxies: 0,
      responseFloorMs: 0,
      guestWork: 0,
      guestCapsTimes: 1,
      cronSecret: "test-cron-secret-0123456789abcdef",
      linkSecret: "test-link-secret-0123456789abcdef",
      supportEmail: "suporte@odys.test",
      production: false,
      openMailbox: true,
      version: "test",
      ...settings,
    },
  };

  const contextOf = (actor: Actor, headers: Record<string, string> = {}): RequestContext => ({
    ...createContext(services, { headers: new Headers(headers), ip: "192.0.2.1", via: "process" }),
    who: () => Promise.resolve(actor),
  });

  return {
    ...database,
    services,
    clock,
    mail,
    whatsapp,
    files,
    /** Calls procedures as this actor; headers such as `idempotency-key` may be given. */
    as: (actor: Actor, headers?: Record<string, string>) =>
      createAppCaller(contextOf(actor, headers)),
    anonymous: (headers?: Record<string, string>) =>
      createAppCaller(contextOf({ type: "anonymous" }, headers)),
    /** A guest at another address. */
    fromAddress: (ip: string) => createAppCaller({ ...contextOf({ type: "anonymous" }), ip }),
    system: (actor: Actor) => createSystemCaller(createTrustedContext(services, actor)),
    contextOf,
    /** A context for calling a use case or an event handler directly. */
    ctx: <A extends Actor>(actor: A): Ctx<A> => ({ ...contextOf(actor), actor, action: "test" }),
  };
}

/** A signed-in actor that exists only in memory; `mintUser` (fixtures.ts) makes one with its row. */
export function userActor(overrides: Partial<Omit<UserActor, "type">> = {}): UserActor {
  const userId = newId();
  return {
    type: "user",
    userId: userId as UserId,
    sessionId: newId(),
    email: `${userId}@odys.test`,
    emailVerified: true,
    name: "Pessoa de Teste",
    role: "user",
    locale: "pt-BR",
    professionalId: null,
    ...overrides,
  };
}
