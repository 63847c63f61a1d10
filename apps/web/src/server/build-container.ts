import { createHmac } from "node:crypto";
import { join } from "node:path";
import { arrive } from "@odys/api/doors/arrival";
import { clientAddress } from "@odys/api/doors/client-address";
import { odysDoors } from "@odys/api/doors/index";
import { emit, recordHits } from "@odys/api/domains/ops/index";
import { createLocalAuth } from "@odys/api/gateways/auth/local";
import type { AuthGateway } from "@odys/api/gateways/auth/port";
import { createSupabaseAuth } from "@odys/api/gateways/auth/supabase";
import { createPostgresLive } from "@odys/api/gateways/live/postgres";
import { createLocalFiles } from "@odys/api/gateways/file-storage/local";
import type { FileStorage } from "@odys/api/gateways/file-storage/port";
import { createSupabaseFiles } from "@odys/api/gateways/file-storage/supabase";
import { createOutbox } from "@odys/api/gateways/queue/outbox";
import { createMemoryLimiter } from "@odys/api/gateways/rate-limiter/memory";
import { limitsTimes } from "@odys/api/gateways/rate-limiter/port";
import { createRedisLimiter } from "@odys/api/gateways/rate-limiter/redis";
import { createRefusals } from "@odys/api/gateways/rate-limiter/refusals";
import {
  type RateLimiter,
  type Services,
  type Settings,
  systemClock,
} from "@odys/api/kernel/ports";
import { appRouter, consumers, inTransaction, resolveActor, schedules } from "@odys/api/root";
import { createContext, type RequestContext } from "@odys/api/trpc/context";
import { t } from "@odys/api/trpc/init";
import { connect, type Db } from "@odys/db/client";
import { migrate } from "@odys/db/migrate";
import type { Logger } from "pino";
import packageJson from "../../package.json" with { type: "json" };
import { type Env, hasOpenMailbox, readEnv } from "../env.ts";
import type { Container } from "./container.ts";
import { createLog } from "./log.ts";
import { messengersOf } from "./messengers.ts";
import { ownSecrets } from "./secrets.ts";

const createCaller = t.createCallerFactory(appRouter);
export type AppCaller = ReturnType<typeof createCaller>;

/** Header in which our server tells Next whom it hears; a client's own is overwritten. */
export const ADDRESS_HEADER = "x-odys-address";

type BuildOptions = {
  env: Env;
  log: Logger;
  /** Whether our server stands before Next and vouches for `ADDRESS_HEADER`. */
  fronted: boolean;
};

/** Hashes: a fifth of a second on a middling phone of 2024, while its owner types a name. */
const GUEST_WORK = 96_000;

/** Builds everything from the environment. Throws with the name of what is missing or does not answer. */
export async function buildContainer({ env, log, fronted }: BuildOptions): Promise<Container> {
  const database = await openDatabase(env, log);
  const { db, close: closePool } = connect(database.url, { max: env.DATABASE_POOL_MAX });
  const own = env.AUTH_SECRET && env.CRON_SECRET ? null : ownSecrets(dataDirOf(env));
  const authSecret = env.AUTH_SECRET ?? own?.authSecret ?? "";
  const origin = env.APP_URL ?? `http://localhost:${env.PORT}`;
  const cronSecret = env.CRON_SECRET ?? own?.cronSecret ?? null;
  const secretOf = (purpose: string) =>
    createHmac("sha256", authSecret).update(`odys ${purpose}`).digest("hex");
  const refusals = createRefusals({
    clock: systemClock,
    log,
    secret: secretOf("refusals"),
    write: (counts) => recordHits({ db }, counts),
  });
  const services: Services = {
    db,
    clock: systemClock,
    log,
    limiter: limiterOf(env, log),
    outbox: {
      wake: () => outbox.wake(),
      drain: (options) => outbox.drain(options),
    },
    queue: {
      figures: () => outbox.desk.figures(),
      jobs: (...asked) => outbox.desk.jobs(...asked),
      replay: (...asked) => outbox.desk.replay(...asked),
      replayDead: (...asked) => outbox.desk.replayDead(...asked),
    },
    refusals,
    auth: authOf(env, { db, origin, secret: authSecret }),
    ...messengersOf(env, db, log),
    live: createPostgresLive({ url: database.url, log }),
    files: filesOf(env),
    inTransaction,
    resolveActor,
    settings: settingsOf(env, { origin, linkSecret: secretOf("links"), cronSecret }),
  };
  const outbox = createOutbox({
    services,
    consumers,
    schedules,
    role: env.ODYS_ROLE,
    url: database.url,
  });
  await outbox.start();
  return {
    services,
    ...entrances(services, fronted),
    async close() {
      await outbox.stop();
      await services.live.close();
      await services.limiter.close();
      await refusals.close();
      await closePool();
      await database.leave();
    },
  };
}

function limiterOf({ REDIS_URL: url, RATE_LIMIT_FACTOR }: Env, log: Logger): RateLimiter {
  const limits = limitsTimes(RATE_LIMIT_FACTOR);
  return url ? createRedisLimiter({ url, log, limits }) : createMemoryLimiter({ limits });
}

type Derived = Pick<Settings, "origin" | "linkSecret" | "cronSecret">;

function settingsOf(env: Env, derived: Derived): Settings {
  return {
    ...derived,
    trustedOrigins: env.TRUSTED_ORIGINS,
    trustedProxies: env.TRUSTED_PROXIES,
    responseFloorMs: 250,
    guestWork: GUEST_WORK,
    guestCapsTimes: Math.max(1, env.RATE_LIMIT_FACTOR),
    supportEmail: env.SUPPORT_EMAIL ?? `suporte@${new URL(derived.origin).hostname}`,
    production: env.NODE_ENV === "production",
    openMailbox: hasOpenMailbox(env),
    version: packageJson.version,
  };
}

function authOf(env: Env, own: { db: Db; origin: string; secret: string }): AuthGateway {
  const url = env.NEXT_PUBLIC_SUPABASE_URL;
  const anonKey = env.NEXT_PUBLIC_SUPABASE_ANON_KEY;
  if (url && anonKey) return createSupabaseAuth({ ...own, url, anonKey, deliver: emit });
  return createLocalAuth({ ...own, deliver: emit });
}

/** A project's storage where there is one, else a folder beside the database. */
function filesOf(env: Env): FileStorage {
  const url = env.NEXT_PUBLIC_SUPABASE_URL;
  const serviceKey = env.SUPABASE_SERVICE_ROLE_KEY;
  if (url && serviceKey) return createSupabaseFiles({ url, serviceKey });
  return createLocalFiles({ dir: join(dataDirOf(env), "files") });
}

/** For Next without our server. The embedded database is the server's: a bundle has no place on disk. */
export function buildOwnContainer(): Promise<Container> {
  const env = readEnv();
  if (!env.DATABASE_URL || !env.AUTH_SECRET || !env.CRON_SECRET)
    throw new Error(
      "DATABASE_URL, AUTH_SECRET and CRON_SECRET: are needed where Next runs without apps/web/server.ts",
    );
  return buildContainer({ env, log: createLog(env), fronted: false });
}

function entrances(
  services: Services,
  fronted: boolean,
): Pick<Container, "open" | "contextOf" | "call"> {
  const { trustedProxies } = services.settings;
  return {
    async open(request) {
      const arrival = arrive(request.headers, undefined, trustedProxies);
      const answer = await odysDoors.open(request, services, arrival);
      return answer ?? new Response(null, { status: 404 });
    },
    contextOf: (headers): RequestContext =>
      createContext(services, {
        headers,
        via: "process",
        ip:
          (fronted ? headers.get(ADDRESS_HEADER) : null) ??
          clientAddress(undefined, headers.get("x-forwarded-for"), trustedProxies),
      }),
    call: (context) => createCaller(context),
  };
}

/** Where the embedded PostgreSQL and the generated secrets lie. */
function dataDirOf(env: Env): string {
  return env.ODYS_DATA_DIR ?? join(import.meta.dirname, "../../../../.odys");
}

/** The database of the environment, or one of this folder's own. */
async function openDatabase(env: Env, log: Logger) {
  if (env.DATABASE_URL) {
    await demandAnswer(env.DATABASE_URL);
    // In production a release migrates before it starts (`pnpm db:migrate`); readiness tells if not.
    if (env.NODE_ENV !== "production") await migrate(env.DATABASE_URL, (line) => log.info(line));
    return { url: env.DATABASE_URL, leave: async () => {} };
  }
  // Only where there is none of one's own: its binaries are large, and a platform has none of them.
  const { startEmbedded } = await import("@odys/db/embedded");
  const embedded = await startEmbedded({
    dir: join(dataDirOf(env), "postgres"),
    log: (line) => log.info(line),
  });
  await migrate(embedded.url, (line) => log.info(line));
  return { url: embedded.url, leave: embedded.stop };
}

/** Throws, in words, when the database of the environment cannot be reached. */
async function demandAnswer(url: string): Promise<void> {
  const { sql, close } = connect(url, { max: 1 });
  try {
    await sql`select 1`;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Error(`DATABASE_URL: the database does not answer (${code})`, { cause: error });
  } finally {
    await close();
  }
}
