import { LOCALES, type Locale } from "@odys/shared/kernel/wire";
import { randomUUID } from "node:crypto";
import type { Actor, Ctx } from "../kernel/ctx.ts";
import type { Services } from "../kernel/ports.ts";

/** What a door knows of a request. `via` is `http` for doors on the network and `process` for server components. */
export type Arrival = {
  headers: Headers;
  ip: string;
  via: "http" | "process";
  requestId?: string;
};

/** The context of a request before the ladder: who is calling is found out once, when first asked. */
export type RequestContext = Omit<Ctx, "actor"> & {
  via: Arrival["via"];
  who(): Promise<Actor>;
  /** The general limit counts a request once, however many calls its batch holds. */
  countRequest: { counted?: Promise<void> };
  idempotencyKey: string | null;
};

const REQUEST_ID = /^[\w-]{8,64}$/;

/** Makes the context of one request (one batch, one server-side render). */
export function createContext(services: Services, arrival: Arrival): RequestContext {
  const { headers, ip, via } = arrival;
  const given = headers.get("x-request-id");
  const requestId = arrival.requestId ?? (given && REQUEST_ID.test(given) ? given : randomUUID());
  const responseHeaders = new Headers();
  let actor: Promise<Actor> | undefined;
  return {
    ...services,
    requestId,
    ip,
    via,
    locale: localeOf(headers),
    action: "",
    headers,
    responseHeaders,
    open: null,
    countRequest: {},
    idempotencyKey: headers.get("idempotency-key"),
    who: () => (actor ??= services.resolveActor(services, headers, responseHeaders, ip)),
  };
}

/** The context of a door that has already made sure who calls: cron by its secret, a webhook by its signature. */
export function createTrustedContext(
  services: Services,
  actor: Actor,
  requestId: string = randomUUID(),
): RequestContext {
  return {
    ...createContext(services, {
      headers: new Headers(),
      ip: "internal",
      via: "process",
      requestId,
    }),
    who: () => Promise.resolve(actor),
  };
}

/** Cookie, then Accept-Language, then Brazilian Portuguese. */
function localeOf(headers: Headers): Locale {
  const cookie = /(?:^|;\s*)odys_locale=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1];
  const asked = cookie ?? headers.get("accept-language")?.split(",", 1)[0] ?? "";
  return LOCALES.find((locale) => locale === asked) ?? (asked.startsWith("en") ? "en" : "pt-BR");
}
