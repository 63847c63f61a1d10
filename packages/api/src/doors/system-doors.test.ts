import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Services } from "../kernel/ports.ts";
import { healthChecks } from "../root.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { createDoors } from "./index.ts";
import { sameSecret } from "../kernel/secrets.ts";
import { testDoors, testRouter, testSystemRouter } from "./testing/house.ts";

const SECRET = "test-cron-secret-0123456789abcdef";
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const doors = testDoors();
async function ask(
  path: string,
  init: RequestInit = {},
  services: Services = app.services,
  through = doors,
) {
  const request = new Request(`http://odys.test${path}`, init);
  const response = await through.open(request, services, { ip: "unknown", requestId: "request-1" });
  if (!response) throw new Error("no door");
  return { status: response.status, headers: response.headers, json: await response.json() };
}

describe("audit M1: every secret is compared in constant time", () => {
  test.each([
    ["the secret", SECRET, SECRET, true],
    ["its beginning", SECRET.slice(0, -1), SECRET, false],
    ["one more character", `${SECRET}x`, SECRET, false],
    ["the same length", SECRET.replace("t", "x"), SECRET, false],
    ["nothing", "", SECRET, false],
    ["no header", null, SECRET, false],
    ["another alphabet", "ação".repeat(99), SECRET, false],
    ["nothing expected", SECRET, null, false],
    ["nothing expected, nothing given", null, null, false],
    ["an empty one expected", "", "", false],
  ])("%s", (_name, given, expected, same) => {
    expect(sameSecret(given, expected)).toBe(same);
  });

  test("a wrong guess takes as long as another, however much of it is right", () => {
    const time = (guess: string) => {
      const rounds = Array.from({ length: 15 }, () => {
        const started = performance.now();
        for (let i = 0; i < 2_000; i++) sameSecret(guess, SECRET);
        return performance.now() - started;
      });
      return Math.min(...rounds);
    };
    const far = "x".repeat(SECRET.length);
    const near = `${SECRET.slice(0, -1)}x`;
    time(far);
    const ratio = time(near) / time(far);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe("cron", () => {
  const bearer = { authorization: `Bearer ${SECRET}` };
  test.each([
    ["Bearer", "GET", bearer],
    ["Bearer, by POST", "POST", bearer],
    ["x-cron-secret", "GET", { "x-cron-secret": SECRET }],
  ])("%s: says what was done", async (_name, method, headers) => {
    const { status, json } = await ask("/api/cron/drain-things", { method, headers });
    expect([status, json]).toEqual([200, { success: true, data: { drained: 3 } }]);
  });

  test("a name of its own", async () => {
    const { json } = await ask("/api/cron/reminders", { headers: bearer });
    expect(json.data).toEqual({ sent: 1 });
    expect((await ask("/api/cron/remind", { headers: bearer })).status).toBe(404);
  });

  test.each([
    ["a wrong secret", { authorization: "Bearer nope" }],
    ["another scheme", { authorization: `Basic ${SECRET}` }],
    ["none", {}],
    ["a cookie", { cookie: `x-cron-secret=${SECRET}` }],
  ])("refused: %s, also for names that do not exist", async (_name, headers) => {
    for (const path of ["/api/cron/drain-things", "/api/cron/nope"])
      expect((await ask(path, { headers })).status).toBe(401);
  });

  test("without a secret in the environment nobody gets in", async () => {
    const settings = { ...app.services.settings, cronSecret: null };
    for (const headers of [bearer, { "x-cron-secret": "" }, {}] as HeadersInit[])
      expect(
        (await ask("/api/cron/reminders", { headers }, { ...app.services, settings })).status,
      ).toBe(401);
  });

  test("a wrong method, and no way to a webhook's procedure", async () => {
    const { status, headers } = await ask("/api/cron/reminders", {
      method: "PUT",
      headers: bearer,
    });
    expect([status, headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect((await ask("/api/cron/pay", { headers: bearer })).status).toBe(404);
  });

  test("the system router has no path at the doors for people", async () => {
    for (const path of ["/api/trpc/ops.remind", "/api/trpc/pay", "/api/v1/ops/remind"])
      expect((await ask(path, { headers: bearer })).status).toBe(404);
  });
});

describe("webhooks", () => {
  const services = (): Services => ({
    ...app.services,
    webhooks: [
      {
        provider: "testpay",
        verify: async ({ headers, body }) =>
          sameSecret(headers.get("x-signature"), Buffer.from(body).toString("hex"))
            ? { event: Buffer.from(body).toString("latin1") }
            : null,
      },
    ],
  });
  const raw = new Uint8Array([0x7b, 0xff, 0x00, 0x7d]); // no text in any encoding
  const signed = { "x-signature": Buffer.from(raw).toString("hex"), cookie: "s=1" };
  const post = (headers: HeadersInit, path = "/api/webhooks/testpay") =>
    ask(path, { method: "POST", body: raw, headers }, services());

  test("verified on the raw bytes", async () => {
    const { status, json } = await post(signed);
    expect([status, json.data]).toEqual([200, { recorded: "{\u00ff\u0000}" }]);
  });

  test("forged, unsigned, unknown, by GET, too large", async () => {
    expect((await post({ "x-signature": "00" })).status).toBe(401);
    expect((await post({})).status).toBe(401);
    expect((await post(signed, "/api/webhooks/other")).status).toBe(404);
    expect((await ask("/api/webhooks/testpay", {}, services())).status).toBe(405);
    const large = { method: "POST", body: new Uint8Array(1_048_577), headers: signed };
    expect((await ask("/api/webhooks/testpay", large, services())).status).toBe(413);
  });

  test("a provider without a verifier is unknown", async () => {
    const call = { method: "POST", body: raw, headers: signed };
    expect((await ask("/api/webhooks/testpay", call)).status).toBe(404);
  });
});

describe("health", () => {
  const house = { appRouter: testRouter, systemRouter: testSystemRouter };
  const real = createDoors({ ...house, healthChecks });

  test("live, ready, and the whole", async () => {
    expect((await ask("/api/health/live", {}, app.services, real)).json).toEqual({ status: "ok" });
    const ready = await ask("/api/health/ready", {}, app.services, real);
    expect([ready.status, ready.json]).toEqual([
      200,
      {
        status: "ok",
        checks: ["database", "migrations", "outbox"].map((name) => ({ name, ok: true })),
      },
    ]);
    const { json } = await ask("/api/health", {}, app.services, real);
    expect(json).toMatchObject({ status: "ok", version: "test" });
    for (const check of json.checks) expect(check.ms).toBeTypeOf("number");
    expect((await ask("/api/health/nope", {}, app.services, real)).status).toBe(404);
  });

  test("not ready is 503, and says not why", async () => {
    const failing = createDoors({
      ...house,
      healthChecks: [
        { name: "database", run: () => Promise.reject(new Error("postgres://u:secret@host")) },
        { name: "outbox", run: async () => ({ ok: true, ageSeconds: 5 }) },
      ],
    });
    const { status, json } = await ask("/api/health", {}, app.services, failing);
    expect(status).toBe(503);
    expect(json.checks).toEqual([
      { name: "database", ok: false, ms: expect.any(Number) },
      { name: "outbox", ok: true, ms: expect.any(Number), details: { ageSeconds: 5 } },
    ]);
    expect(JSON.stringify(json)).not.toMatch(/secret|postgres:|stack/);
  });

  test("a database that is older than the code is not ready", async () => {
    const empty = await createTestApp();
    await empty.sql`drop schema drizzle cascade`;
    const { status, json } = await ask("/api/health/ready", {}, empty.services, real);
    expect(status).toBe(503);
    expect(json.checks).toContainEqual({ name: "migrations", ok: false });
    await empty.close();
  });
});
