import { newId } from "@odys/shared/kernel/ids";
import { DomainError } from "@odys/shared/kernel/errors";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emit } from "../domains/ops/index.ts";
import { startGoTrueFake } from "../gateways/auth/testing/gotrue-fake.ts";
import { createSupabaseAuth } from "../gateways/auth/supabase.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { createBrowser, type TestBrowser } from "../testing/browser.ts";
import { odysDoors } from "./index.ts";

const ORIGIN = "http://odys.test";
let app: TestApp;
let gotrue: Awaited<ReturnType<typeof startGoTrueFake>>;
beforeAll(async () => {
  [app, gotrue] = await Promise.all([createTestApp(), startGoTrueFake()]);
  const { db, clock, services } = app;
  const { url, anonKey } = gotrue;
  services.auth = createSupabaseAuth({ db, clock, url, anonKey, origin: ORIGIN, deliver: emit });
});
afterAll(() => Promise.all([app.close(), gotrue.close()]));

async function visit(path: string, at?: TestBrowser, init: RequestInit = {}) {
  const request = new Request(`${ORIGIN}${path}`, { ...init, headers: at?.sent() });
  const arrival = { ip: "192.0.2.1", requestId: "request-1" };
  const answer = await odysDoors.open(request, app.services, arrival);
  if (!answer) throw new Error("no door");
  at?.absorb(answer.headers);
  return { status: answer.status, location: answer.headers.get("location"), answer };
}

/** Registers in this browser and follows the mailed link of the auth server up to our door. */
async function codeFor(at: TestBrowser): Promise<string> {
  const email = `${newId()}@odys.test`;
  const password = "uma senha bem comprida";
  await at.call((ctx) =>
    app.services.auth.register(ctx, { name: "Ana", email, password, locale: "en" }),
  );
  const token = gotrue.fake.mails.at(-1)?.tokenHash ?? "";
  const back = encodeURIComponent(`${ORIGIN}/api/auth/callback`);
  const link = `${gotrue.url}/auth/v1/verify?type=signup&token=${token}&redirect_to=${back}`;
  const answer = await fetch(link, { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
}

describe("GET /api/auth/callback", () => {
  test("a code signs in the browser that began, once", async () => {
    const at = createBrowser(app);
    const code = await codeFor(at);
    const stranger = createBrowser(app);
    expect(await visit(`/api/auth/callback?code=${code}`, stranger)).toMatchObject({
      status: 303,
      location: `${ORIGIN}/sign-in?error=LINK_EXPIRED`,
    });
    expect(stranger.jar.size).toBe(0);

    const path = `/api/auth/callback?code=${code}&next=${encodeURIComponent("/c?tab=1#x")}`;
    expect(await visit(path, at)).toMatchObject({ status: 303, location: `${ORIGIN}/c?tab=1#x` });
    expect(await at.call((ctx) => app.services.auth.resolve(ctx))).toMatchObject({ name: "Ana" });
    expect((await visit(path, at)).location).toBe(`${ORIGIN}/sign-in?error=LINK_EXPIRED`);
  });

  test.each([
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "\\/evil.test",
    "/\t/evil.test",
    "/.//evil.test",
    "javascript:alert(1)",
    "dashboard",
    "@evil.test",
    "/..//evil.test",
  ])("next=%j leads nowhere but into the app", async (next) => {
    const at = createBrowser(app);
    const code = await codeFor(at);
    const path = `/api/auth/callback?code=${code}&next=${encodeURIComponent(next)}`;
    expect((await visit(path, at)).location).toBe(`${ORIGIN}/dashboard`);
  });

  test("a mailed token is handed to the page that asks for a click, and not used up", async () => {
    const before = gotrue.asked.length;
    const token = "pkce_0123456789abcdef0123456789abcdef";
    for (const [type, location] of [
      ["signup", `${ORIGIN}/verify?token=${token}`],
      ["email", `${ORIGIN}/verify?token=${token}`],
      ["recovery", `${ORIGIN}/reset?token=${token}`],
      ["email_change", `${ORIGIN}/sign-in?error=LINK_EXPIRED`],
      ["constructor", `${ORIGIN}/sign-in?error=LINK_EXPIRED`],
    ])
      expect((await visit(`/api/auth/callback?token_hash=${token}&type=${type}`)).location).toBe(
        location,
      );
    expect(gotrue.asked.length).toBe(before);
  });

  test.each([
    "",
    "?code=",
    "?code=%00%0d%0a",
    "?error=access_denied",
    "?token_hash=%22%3E&type=email",
  ])("%j is led to the sign-in page", async (query) => {
    const { status, location, answer } = await visit(`/api/auth/callback${query}`);
    expect({ status, location }).toEqual({
      status: 303,
      location: `${ORIGIN}/sign-in?error=LINK_EXPIRED`,
    });
    expect(answer.headers.get("x-request-id")).toBe("request-1");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("attempts are limited, and a silent limiter lets nobody in", async () => {
    const { limiter } = app.services;
    const at = createBrowser(app);
    const code = await codeFor(at);
    for (const consume of [
      () => Promise.resolve({ allowed: false as const, retryAfterSeconds: 9 }),
      () => Promise.reject(new DomainError("UNAVAILABLE")),
    ]) {
      app.services.limiter = { ...limiter, consume };
      const { location } = await visit(`/api/auth/callback?code=${code}`, at);
      expect(location).toBe(`${ORIGIN}/sign-in?error=LINK_EXPIRED`);
    }
    app.services.limiter = limiter;
    const { location } = await visit(`/api/auth/callback?code=${code}`, at);
    expect(location).toBe(`${ORIGIN}/dashboard`);
  });
});

test("there is nothing else behind the door", async () => {
  expect((await visit("/api/auth/session")).status).toBe(404);
  expect((await visit("/api/auth/callback", undefined, { method: "POST" })).status).toBe(405);
});
