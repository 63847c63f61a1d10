import { createHmac, timingSafeEqual } from "node:crypto";

/** Browsers keep it for at most 400 days; the session in the database decides. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/** Reads, writes and clears the cookie that carries a session's token. */
export type SessionCookie = {
  /** The token, if the cookie is there and its signature is ours. No query is made for any other. */
  read(headers: Headers): string | null;
  write(responseHeaders: Headers, token: string): void;
  clear(responseHeaders: Headers): void;
};

/**
 * `HttpOnly; SameSite=Lax`, and on https `Secure` under a `__Host-` name, which no other host can
 * set. Signed (HMAC-SHA-256, key derived from the secret), so that a token read in the database
 * opens nothing.
 */
export function sessionCookie(secret: string, origin: string): SessionCookie {
  const https = origin.startsWith("https://");
  const name = https ? "__Host-odys_session" : "odys_session";
  const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
  const key = createHmac("sha256", secret).update("odys session cookie").digest();
  const sign = (token: string) => createHmac("sha256", key).update(token).digest();
  const set = (headers: Headers, value: string, maxAge: number) =>
    headers.append("set-cookie", `${name}=${value}; Max-Age=${maxAge}; ${attributes}`);
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{16,128})\\.([\\w-]{43})(?=;|$)`);

  return {
    read(headers) {
      const [, token, signature] = pattern.exec(headers.get("cookie") ?? "") ?? [];
      if (!token || !signature) return null;
      const given = Buffer.from(signature, "base64url");
      const right = sign(token);
      return given.length === right.length && timingSafeEqual(given, right) ? token : null;
    },
    write: (headers, token) =>
      set(headers, `${token}.${sign(token).toString("base64url")}`, MAX_AGE_SECONDS),
    clear: (headers) => set(headers, "", 0),
  };
}
