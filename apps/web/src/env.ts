import * as z from "zod";

/**
 * The one reader of process.env. Everything is optional on a person's own machine; what production
 * needs is demanded below, by name.
 */
const secret = z.string().min(32, "needs at least 32 characters");
/** As browsers write an origin: what they send is compared with it letter by letter. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !URL.canParse(url) || new URL(url).pathname === "/", "is an origin, no path")
  .transform((url) => new URL(url).origin);
const origins = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .pipe(z.array(origin));

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    /** Public address of the app; http://localhost:PORT when unset. */
    APP_URL: origin.optional(),
    /** Unset: an embedded PostgreSQL in `.odys/`. */
    DATABASE_URL: z.string().startsWith("postgres").optional(),
    DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
    /** Unset: limits are kept in memory, right for one process. */
    REDIS_URL: z.string().startsWith("redis").optional(),
    /** What this process does: everything, only web, or only jobs. */
    ODYS_ROLE: z.enum(["all", "web", "worker"]).default("all"),
    ODYS_DATA_DIR: z.string().optional(),
    /** Where Next builds; two copies of the app in one folder need two (next.config.ts). */
    NEXT_DIST_DIR: z.string().default(".next"),
    AUTH_SECRET: secret.optional(),
    CRON_SECRET: secret.optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    TRUSTED_ORIGINS: origins,
    /**
     * "1" lets anybody read at /dev/outbox what the local mail driver keeps, sign-in links among it:
     * only where the app is this machine's own. Unset: in development, and where nothing is set.
     */
    ODYS_OPEN_MAILBOX: z.enum(["0", "1"]).optional(),
    /** Where people write to who run this Odys. Unset: suporte@ the host of APP_URL. */
    SUPPORT_EMAIL: z.email().optional(),
    /** Multiplies every rate limit; browser tests come from one address. */
    RATE_LIMIT_FACTOR: z.coerce.number().min(0.01).max(100_000).default(1),
    LOG_LEVEL: z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
      .default("info"),
    NEXT_PUBLIC_SUPABASE_URL: z.url().optional(),
    NEXT_PUBLIC_SUPABASE_ANON_KEY: z.string().min(1).optional(),
    SUPABASE_SERVICE_ROLE_KEY: z.string().min(1).optional(),
  })
  .superRefine((env, ctx) => {
    const missing = (name: string, why: string) =>
      ctx.addIssue({ code: "custom", path: [name], message: why });
    if (env.NODE_ENV === "production" && env.DATABASE_URL) {
      if (!env.AUTH_SECRET)
        missing("AUTH_SECRET", "is needed in production (openssl rand -hex 32)");
      if (!env.CRON_SECRET)
        missing("CRON_SECRET", "is needed in production (openssl rand -hex 32)");
      if (!env.APP_URL) missing("APP_URL", "is needed in production: links in mails begin with it");
    }
    if (env.ODYS_OPEN_MAILBOX === "1" && !isOwnMachine(env))
      missing("ODYS_OPEN_MAILBOX", "cannot be 1 where APP_URL is not an address of this machine");
    const supabase = [
      "NEXT_PUBLIC_SUPABASE_URL",
      "NEXT_PUBLIC_SUPABASE_ANON_KEY",
      "SUPABASE_SERVICE_ROLE_KEY",
    ] as const;
    const given = supabase.filter((name) => env[name]);
    if (given.length > 0 && given.length < supabase.length) {
      for (const name of supabase)
        if (!env[name]) missing(name, `is needed because ${given[0]} is set`);
    }
  });

/** Whether links lead back to the machine that the app runs on. */
function isOwnMachine({ APP_URL }: { APP_URL?: string | undefined }): boolean {
  return !APP_URL || ["localhost", "127.0.0.1", "[::1]"].includes(new URL(APP_URL).hostname);
}

export type Env = z.infer<typeof schema>;

/** Whether the local mailbox may be read. Without it nobody could confirm an address on a fresh clone. */
export function hasOpenMailbox(env: Env): boolean {
  if (env.ODYS_OPEN_MAILBOX) return env.ODYS_OPEN_MAILBOX === "1";
  return isOwnMachine(env) && (env.NODE_ENV === "development" || !env.DATABASE_URL);
}

/** Reads and checks the environment. Throws one error that names every variable that is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // An empty variable, as compose files leave them, is an unset one.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right:\n${lines.join("\n")}`);
}

/**
 * The environment of the self-hosted server, which is production unless `pnpm dev` says otherwise.
 * Said to the process as well, before React and Next are loaded: they ask it by themselves.
 */
export function readServerEnv(): Env {
  if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: "production" });
  return readEnv();
}
