import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { MAX_BODY_BYTES, withDeadline } from "./guard.ts";
import { testDoors } from "./testing/house.ts";
import { serve } from "./testing/serve.ts";

let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;
const doors = testDoors();

beforeAll(async () => {
  app = await createTestApp({ settings: { trustedOrigins: ["https://partner.test"] } });
  server = await serve(doors, app.services);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** Every door that takes mutations, by both mounts. */
const mutations = {
  trpc: { path: "/api/trpc/echo.write", body: '{"text":"a"}' },
  "trpc by its resolver": { path: "/api/trpc/echo%2Ewrite", body: '{"text":"a"}' },
  "trpc batch": { path: "/api/trpc/echo.write?batch=1", body: '{"0":{"text":"a"}}' },
  rest: { path: "/api/v1/texts", body: '{"text":"a"}' },
};
const mounts = {
  async server(path: string, headers: Record<string, string>, body: string) {
    const { status, body: answer } = await server.send({ method: "POST", path, headers, body });
    return { status, text: answer.toString() };
  },
  async "route handler"(path: string, headers: Record<string, string>, body: string) {
    const request = new Request(`http://odys.test${path}`, { method: "POST", headers, body });
    const arrival = { ip: "192.0.2.1", requestId: "request-1" };
    const response = await doors.open(request, app.services, arrival);
    return { status: response?.status ?? 0, text: (await response?.text()) ?? "" };
  },
};
const everywhere = Object.entries(mutations).flatMap(([door, call]) =>
  Object.entries(mounts).map(([mount, post]) => ({ door, mount, call, post })),
);
const JSON_TYPE = { "content-type": "application/json" };

describe("audit L3: a mutation with cookies comes from our own pages, at every door", () => {
  describe.each(everywhere)("$door through the $mount", ({ call, post }) => {
    const attempt = async (headers: Record<string, string>) =>
      post(call.path, { ...JSON_TYPE, ...headers }, call.body);

    test.each([
      ["another site", { cookie: "s=1", origin: "https://evil.test" }],
      ["a site whose name begins like ours", { cookie: "s=1", origin: "http://odys.test.evil" }],
      ["a sandboxed page", { cookie: "s=1", origin: "null" }],
      ["no origin at all", { cookie: "s=1" }],
      ["a sibling", { cookie: "s=1", "sec-fetch-site": "same-site" }],
      ["another site, by its own word", { cookie: "s=1", "sec-fetch-site": "cross-site" }],
    ])("refused: %s", async (_name, headers) => {
      const { status, text } = await attempt(headers);
      expect(status).toBe(403);
      expect(text).toContain("ORIGIN_REFUSED");
    });

    test.each([
      ["our own pages", { cookie: "s=1", origin: "http://odys.test" }],
      ["a configured origin", { cookie: "s=1", origin: "https://partner.test" }],
      ["the very origin asked", { cookie: "s=1", "sec-fetch-site": "same-origin" }],
      ["no cookies, so nobody's authority", { origin: "https://evil.test" }],
      ["a program", {}],
    ])("passes: %s", async (_name, headers) => {
      expect((await attempt(headers)).status).toBe(200);
    });
  });

  test("a query changes nothing, so it may come from a link", async () => {
    const headers = { cookie: "s=1", "sec-fetch-site": "cross-site" };
    const { status } = await server.send({ path: "/api/trpc/echo.hello", headers });
    expect(status).toBe(200);
  });
});

describe("bodies are limited at every door", () => {
  const large = JSON.stringify({ text: "a".repeat(MAX_BODY_BYTES) });
  test.each(everywhere)("$door through the $mount", async ({ call, post }) => {
    const { status, text } = await post(call.path, JSON_TYPE, large);
    expect(status).toBe(413);
    expect(text).toContain("PAYLOAD_TOO_LARGE");
  });

  test.each(Object.entries(mutations))("%s, however it says its length", async (_door, call) => {
    // Chunked: nobody says beforehand how much it will be.
    const headers = { ...JSON_TYPE, "transfer-encoding": "chunked" };
    const { status } = await server.send({ method: "POST", ...call, headers, body: large });
    expect(status).toBe(413);
  });

  test("the server goes on after it", async () => {
    expect((await server.send({ path: "/api/trpc/echo.hello" })).status).toBe(200);
  });
});

test("work that takes too long is given up with TIMEOUT", async () => {
  await expect(withDeadline(new Promise(() => {}), 5)).rejects.toMatchObject({ code: "TIMEOUT" });
  await expect(withDeadline(Promise.resolve(1), 5)).resolves.toBe(1);
  await expect(withDeadline(Promise.reject(new Error("x")), 5)).rejects.toThrow("x");
});

describe("request ids", () => {
  const idOf = async (given?: string) => {
    const headers: Record<string, string> = given === undefined ? {} : { "x-request-id": given };
    return (await server.send({ path: "/api/trpc/echo.broken", headers })).headers["x-request-id"];
  };
  test("one is made, one is taken over, a harmful one is not", async () => {
    expect(await idOf()).toMatch(/^[\da-f-]{36}$/);
    expect(await idOf("abc-12345")).toBe("abc-12345");
    expect(await idOf("x".repeat(65))).toMatch(/^[\da-f-]{36}$/);
    expect(await idOf("a b;drop")).toMatch(/^[\da-f-]{36}$/);
  });
  test("an unknown error shows it and nothing else", async () => {
    for (const path of ["/api/trpc/echo.broken", "/api/v1/broken"]) {
      const { body, status } = await server.send({
        path,
        headers: { "x-request-id": "abc-12345" },
      });
      expect(status).toBe(500);
      expect(body.toString()).toContain("abc-12345");
      expect(body.toString()).not.toMatch(/hunter2|stack|at /);
    }
  });
});

test("what is no door is left to others, and what looks like one is not found", async () => {
  expect((await server.send({ path: "/apiary" })).status).toBe(418);
  expect((await server.send({ path: "/" })).status).toBe(418);
  for (const path of ["/api", "/api/", "/api/nope", "/api/trpcx/echo.hello"]) {
    const { status, body } = await server.send({ path });
    expect([status, JSON.parse(body.toString()).error.code]).toEqual([404, "NOT_FOUND"]);
  }
});
