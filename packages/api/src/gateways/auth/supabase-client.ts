import { DomainError, type ErrorCode } from "@odys/shared/kernel/errors";
import { createServerClient, parseCookieHeader, serializeCookieHeader } from "@supabase/ssr";
import { type AuthError, isAuthRetryableFetchError } from "@supabase/supabase-js";
import * as z from "zod";
import type { AuthCall } from "./port.ts";

/** GoTrue's error codes (supabase/auth, internal/api/apierrors/errorcode.go) that mean something here. */
const CODES: Record<string, ErrorCode> = {
  invalid_credentials: "INVALID_CREDENTIALS",
  user_banned: "INVALID_CREDENTIALS",
  email_not_confirmed: "EMAIL_NOT_VERIFIED",
  otp_expired: "LINK_EXPIRED",
  flow_state_not_found: "LINK_EXPIRED",
  flow_state_expired: "LINK_EXPIRED",
  bad_code_verifier: "LINK_EXPIRED",
  pkce_code_verifier_not_found: "LINK_EXPIRED",
  weak_password: "PASSWORD_TOO_COMMON",
  validation_failed: "VALIDATION_ERROR",
  email_address_invalid: "VALIDATION_ERROR",
  over_request_rate_limit: "RATE_LIMITED",
  no_authorization: "UNAUTHORIZED",
  bad_jwt: "UNAUTHORIZED",
  session_not_found: "UNAUTHORIZED",
  session_expired: "UNAUTHORIZED",
  user_not_found: "UNAUTHORIZED",
  refresh_token_not_found: "UNAUTHORIZED",
  refresh_token_already_used: "UNAUTHORIZED",
};

/**
 * What an error of the auth server means. One that the list does not know is `otherwise`, and a
 * server that does not answer is UNAVAILABLE whatever was asked.
 */
export function toDomain(
  error: AuthError | null,
  otherwise: ErrorCode = "UNAVAILABLE",
): DomainError {
  if (!error) return new DomainError(otherwise);
  const code = isAuthRetryableFetchError(error)
    ? "UNAVAILABLE"
    : (CODES[error.code ?? ""] ?? otherwise);
  return new DomainError(code, undefined, { cause: error });
}

/** GoTrue's limit of mails to one address: it would tell that the address exists, so nobody hears of it. */
export function mailWasJustSent(error: AuthError): boolean {
  return error.code === "over_email_send_rate_limit";
}

const settingsAnswer = z.object({ mailer_autoconfirm: z.boolean() });
const SETTINGS_MS = 5 * 60 * 1000;

/** Clients of one project, each bound to one request's cookies. */
export function supabaseClients({
  url,
  anonKey,
  origin,
  timeoutMs = 10_000,
}: {
  url: string;
  anonKey: string;
  origin: string;
  timeoutMs?: number;
}) {
  // The name that supabase-js gives its cookies, chunks of which end in .0, .1, …
  const cookieName = `sb-${new URL(url).hostname.split(".", 1)[0]}-auth-token`;
  const cookieOptions = {
    name: cookieName,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: origin.startsWith("https://"),
  } as const;
  const timed: typeof fetch = (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });

  const cookiesOf = (headers: Headers) =>
    parseCookieHeader(headers.get("cookie") ?? "").flatMap(({ name, value }) =>
      name.startsWith(cookieName) ? [{ name, value: value ?? "" }] : [],
    );

  return {
    open(call: AuthCall) {
      return createServerClient(url, anonKey, {
        cookieOptions,
        global: { fetch: timed },
        cookies: {
          getAll: () => cookiesOf(call.headers),
          setAll(list) {
            for (const { name, value, options } of list)
              call.responseHeaders.append(
                "set-cookie",
                serializeCookieHeader(name, value, options),
              );
          },
        },
      });
    },

    /** Whether there is a session's cookie at all; without one nobody has to be asked. */
    hasSession: (headers: Headers) =>
      cookiesOf(headers).some(({ name }) => /^(\.\d+)?$/.test(name.slice(cookieName.length))),

    /** Clears the session's cookies, whatever the auth server said. */
    forget({ headers, responseHeaders }: AuthCall): void {
      for (const { name } of cookiesOf(headers))
        responseHeaders.append(
          "set-cookie",
          serializeCookieHeader(name, "", { ...cookieOptions, maxAge: 0 }),
        );
    },

    /** The session that an access token names. Read without verifying: only for telling two apart. */
    sessionIdOf(token: string): unknown {
      const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
      const claims: { session_id?: unknown } = JSON.parse(payload);
      return claims.session_id;
    },

    confirmsByMail: mailSetting(timed, url, anonKey),
  };
}

/** False when the project is set to confirm addresses without mailing a link. Asked every five minutes. */
function mailSetting(get: typeof fetch, url: string, anonKey: string): () => Promise<boolean> {
  let asked: { at: number; confirms: Promise<boolean> } | undefined;
  return () => {
    if (asked && performance.now() - asked.at < SETTINGS_MS) return asked.confirms;
    const confirms = get(`${url}/auth/v1/settings`, { headers: { apikey: anonKey } })
      .then(async (answer) => !settingsAnswer.parse(await answer.json()).mailer_autoconfirm)
      .catch((error: unknown) => {
        asked = undefined;
        throw new DomainError("UNAVAILABLE", undefined, { cause: error });
      });
    asked = { at: performance.now(), confirms };
    return confirms;
  };
}
