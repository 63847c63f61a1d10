import { NextResponse, type NextRequest } from "next/server";
import { readEnv } from "./env.ts";
import { securityHeaders } from "./server/security-headers.ts";

const env = readEnv();
const dev = env.NODE_ENV === "development";
const https = env.APP_URL?.startsWith("https:") ?? false;

/** Pages whose address is a secret: it opens what it names. */
const SECRET_ADDRESS = /^\/(m|confirm)\//;

/**
 * Gives every page its nonce and its security headers, and decides nothing: whoever gets past
 * this function has gained no access, because access is decided in procedures.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const secret = SECRET_ADDRESS.test(request.nextUrl.pathname);
  const headers = securityHeaders({ nonce, dev, https, secret });
  const policy = headers["content-security-policy"] ?? "";

  // Next finds the nonce in the request's policy and puts it on the scripts that it writes.
  const forwarded = new Headers(request.headers);
  forwarded.set("content-security-policy", policy);
  forwarded.set("x-nonce", nonce);

  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Pages only: doors answer for themselves, and files need no policy.
  matcher: [
    "/((?!api/|_next/static|_next/image|.*\\.(?:ico|png|svg|jpg|webp|woff2|txt|xml|webmanifest)$).*)",
  ],
};
