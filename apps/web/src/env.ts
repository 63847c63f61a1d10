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

const httpUrl = z.url({ protocol: /^https?$/ });

/** Who carries messages. Unset: they stay on this machine (/dev/outbox). */
const messaging = {
  WHATSAPP_TOKEN: z.string().min(1).optional(),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, "is a number's id: digits").optional(),
  /** Signs Meta's webhooks; in the app's basic settings. */
  WHATSAPP_APP_SECRET: z.string().min(16, "needs at least 16 characters").optional(),
  /** Our own word, told to Meta together with the webhook's address. */
  WHATSAPP_VERIFY_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  /** With its version. */
  WHATSAPP_API_URL: httpUrl.default("https://graph.facebook.com/v25.0"),
  EVOLUTION_API_URL: httpUrl.optional(),
  EVOLUTION_API_KEY: z.string().min(1).optional(),
  EVOLUTION_INSTANCE: z.string().min(1).optional(),
  /** What Evolution sends as `x-odys-secret` with each webhook. */
  EVOLUTION_WEBHOOK_SECRET: secret.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
  /** `Odys <no-reply@odys.app>` or the bare address. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, "is no address")
    .optional(),
};

/** Variables of which all are needed as soon as one is set. */
const TOGETHER = [
  ["NEXT_PUBLIC_SUPABASE_URL", "NEXT_PUBLIC_SUPABASE_ANON_KEY", "SUPABASE_SERVICE_ROLE_KEY"],
  ["WHATSAPP_TOKEN", "WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"],
  ["EVOLUTION_API_URL", "EVOLUTION_API_KEY", "EVOLUTION_INSTANCE", "EVOLUTION_WEBHOOK_SECRET"],
] as const;
/** Two ways for one thing: the second is refused, and not left unused without a word. */
const EITHER = [
  ["WHATSAPP_TOKEN", "EVOLUTION_API_URL"],
  ["RESEND_API_KEY", "SMTP_URL"],
] as const;

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
    ...messaging,
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
    for (const names of TOGETHER) {
      const given = names.find((name) => env[name]);
      for (const name of given ? names : [])
        if (!env[name]) missing(name, `is needed because ${given} is set`);
    }
    for (const [first, second] of EITHER)
      if (env[first] && env[second]) missing(second, `cannot be set together with ${first}`);
    const mailer = env.SMTP_URL ? "SMTP_URL" : env.RESEND_API_KEY ? "RESEND_API_KEY" : null;
    if (mailer && !env.MAIL_FROM) missing("MAIL_FROM", `is needed because ${mailer} is set`);
    if (env.MAIL_FROM && !mailer)
      missing("MAIL_FROM", "is of no use without SMTP_URL or RESEND_API_KEY");
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
