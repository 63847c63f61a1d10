import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";
import pretty from "pino-pretty";
import type { Env } from "../env.ts";

/** Names under which something stands that nobody who reads logs may know. */
const SECRET =
  /^(authorization|(set-)?cookie|x-cron-secret|.*(password|passwd|secret|token|api[-_]?key|credential|signature))$|^(otp|pin)$/i;
/** What an error of the driver says about the values of a query: people's data. */
const VALUES = new Set(["parameters", "params", "args", "detail", "where"]);
const BINDINGS = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "token",
  "sessionToken",
  "apiKey",
  "headers.authorization",
  "headers.cookie",
];
const HIDDEN = "[hidden]";
const DEPTH = 8;

/** JSON for programs, lines for people in development; secrets leave neither. */
export function createLog(
  env: Pick<Env, "NODE_ENV" | "LOG_LEVEL">,
  destination: DestinationStream = env.NODE_ENV === "development"
    ? pretty({ colorize: true, translateTime: "SYS:HH:MM:ss.l", ignore: "pid,hostname" })
    : pino.destination({ sync: false }),
): Logger {
  return pino(
    {
      level: env.LOG_LEVEL,
      // What a child logger is given for all its lines does not pass the formatter.
      redact: { paths: BINDINGS, censor: HIDDEN },
      formatters: { log: (object) => hide(object, 0) as Record<string, unknown> },
      serializers: { err: (error: unknown) => error }, // done by the formatter
      hooks: {
        logMethod(args, method) {
          const [what, message] = args as unknown[];
          const own = messageOf(what);
          if (own !== undefined && message === undefined) {
            // Otherwise pino takes the error's own message, as it is.
            method.call(this, what, hideInMessage(own));
            return;
          }
          const clean = args.map((arg) => (typeof arg === "string" ? hideInText(arg) : arg));
          method.apply(this, clean as typeof args);
        },
      },
    },
    destination,
  );
}

function hide(value: unknown, depth: number): unknown {
  if (typeof value === "string") return hideInText(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return hideInError(value, depth);
  if (value instanceof Date) return value;
  if (depth >= DEPTH) return "[deep]";
  if (value instanceof Headers) return hide(Object.fromEntries(value), depth);
  if (Array.isArray(value)) return value.map((item) => hide(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SECRET.test(key) ? HIDDEN : hide(inner, depth + 1),
    ]),
  );
}

function hideInError(error: Error, depth: number): unknown {
  const { raw: _, ...plain } = { ...stdSerializers.err(error) } as Record<string, unknown>;
  for (const key of VALUES) delete plain[key];
  for (const key of ["message", "stack"])
    if (typeof plain[key] === "string") plain[key] = hideInMessage(plain[key]);
  return hide(plain, depth + 1);
}

function messageOf(what: unknown): string | undefined {
  if (what instanceof Error) return what.message;
  const err: unknown = typeof what === "object" && what !== null && "err" in what && what.err;
  return err instanceof Error ? err.message : undefined;
}

/** Drizzle ends its message with the parameters of the query. */
function hideInMessage(text: string): string {
  return hideInText(text.replace(/\nparams: .*?(?=\n\s+at |$)/gs, ""));
}

/** Passwords in URLs of databases, and the secret part of mailed links. */
function hideInText(text: string): string {
  return text
    .replace(/(\w:\/\/[^:/@\s]*:)[^@/\s]+@/g, `$1${HIDDEN}@`)
    .replace(/([?&](?:token|code|secret|key|signature)=)[^&\s"']+/gi, `$1${HIDDEN}`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{8,}/g, `$1 ${HIDDEN}`);
}
