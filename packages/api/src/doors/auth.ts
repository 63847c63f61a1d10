import { DomainError } from "@odys/shared/kernel/errors";
import { actorName } from "../kernel/ctx.ts";
import { networkOf } from "../kernel/network.ts";
import { createContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";

export const AUTH_PREFIX = "/api/auth";

/** The pages whose button uses a mailed token up. A link alone does not: mail scanners open links. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ["email", "/verify"],
  ["signup", "/verify"],
  ["recovery", "/reset"],
]);
const TOKEN = /^[\w.-]{16,256}$/;
const CODE = /^[\w-]{8,128}$/;

/**
 * `GET /api/auth/callback`: where an auth server sends people back to. With `token_hash` and a known
 * `type` it leads to the page that asks for a click; with `code` it ends the PKCE flow that began in
 * this browser, whose cookie proves so, and leads to `next`. Every redirect stays in the app.
 */
export const authDoor: Door = async (request, services, arrival) => {
  const url = new URL(request.url);
  const { requestId, ip } = arrival;
  const { origin } = services.settings;
  if (url.pathname !== `${AUTH_PREFIX}/callback`)
    return seal(failure(new DomainError("NOT_FOUND"), requestId), requestId);
  if (request.method !== "GET") {
    const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId, { allow: "GET" });
    return seal(refused, requestId);
  }

  const to = (path: string, headers = new Headers()) => {
    headers.set("location", `${origin}${path}`);
    return seal(new Response(null, { status: 303, headers }), requestId);
  };
  const token = url.searchParams.get("token_hash");
  const page = PAGES.get(url.searchParams.get("type") ?? "");
  if (token !== null) return to(page && TOKEN.test(token) ? `${page}?token=${token}` : REFUSED);
  const code = url.searchParams.get("code");
  if (!code || !CODE.test(code)) return to(REFUSED);

  const context = createContext(services, { headers: request.headers, ip, via: "http", requestId });
  const ctx = { ...context, actor: { type: "anonymous" } as const, action: "auth.callback" };
  try {
    const verdict = await services.limiter.consume("signIn", networkOf(ip));
    if (!verdict.allowed) throw new DomainError("RATE_LIMITED", verdict);
    await services.auth.exchangeCode(ctx, code);
    return to(withinApp(url.searchParams.get("next")), ctx.responseHeaders);
  } catch (error) {
    const { code: why, http } = reportOf(error);
    const log = services.log.child({ requestId, actor: actorName(ctx.actor) });
    if (http >= 500) log.error({ err: error, code: why }, "auth callback failed");
    else log.info({ code: why }, "auth callback refused");
    return to(REFUSED);
  }
};

const REFUSED = "/sign-in?error=LINK_EXPIRED";

/**
 * A path of this app, or the dashboard. One slash, no backslash and no control character: browsers
 * read `//host` and `/\\host` as another host, and drop tabs and line breaks before they do.
 */
function withinApp(next: string | null): string {
  if (!next || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/dashboard";
  const { pathname, search, hash } = new URL(next, "http://app");
  return pathname.startsWith("//") ? "/dashboard" : `${pathname}${search}${hash}`;
}
