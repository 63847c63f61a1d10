import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { planOf } from "./trpc-direct.ts";
import { testDoors, testRouter } from "./testing/house.ts";
import { serve, type WireRequest } from "./testing/serve.ts";

/**
 * Mounted twice: as a route handler mounts them (Request → Response, tRPC's own resolver), and on
 * node:http (the direct adapter). Whoever asks must not be able to tell which of the two it is.
 */
let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;
const doors = testDoors();

beforeAll(async () => {
  app = await createTestApp();
  server = await serve(doors, app.services);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

const JSON_BODY = { "content-type": "application/json" };
const input = (value: unknown) => `input=${encodeURIComponent(JSON.stringify(value))}`;
const post = (path: string, body: string, headers: Record<string, string> = JSON_BODY) => ({
  method: "POST",
  path,
  body,
  headers,
});

type Case = WireRequest & { direct: boolean };
const cases: Record<string, Case> = {
  "a query": { direct: true, path: "/api/trpc/echo.hello" },
  "a query with an empty search": { direct: true, path: "/api/trpc/echo.hello?" },
  "a query with input": { direct: true, path: `/api/trpc/echo.say?${input({ text: "ação 🎉" })}` },
  "raw JSON in the query": { direct: true, path: '/api/trpc/echo.say?input={"text":"a+b"}' },
  "a plus sign": { direct: true, path: "/api/trpc/echo.say?input=%7B%22text%22:%22a+b%2Bc%22%7D" },
  "input that is not UTF-8": { direct: false, path: "/api/trpc/odd.any?input=%22%ff%22" },
  "a name in disguise": { direct: false, path: "/api/trpc/odd.any?%69nput=1" },
  "input given twice": { direct: true, path: "/api/trpc/odd.any?input=1&input=2&x=3" },
  "input without a value": { direct: true, path: "/api/trpc/odd.any?input" },
  "null as input": { direct: true, path: "/api/trpc/odd.any?input=null" },
  "an array as input": { direct: true, path: "/api/trpc/odd.any?input=[1]" },
  "a prototype as input": {
    direct: true,
    path: `/api/trpc/odd.any?input=${encodeURIComponent('{"__proto__":{"a":1}}')}`,
  },
  "input missing": { direct: true, path: "/api/trpc/echo.say" },
  "input of the wrong type": { direct: true, path: `/api/trpc/echo.say?${input({ text: 5 })}` },
  "unknown keys": { direct: true, path: `/api/trpc/echo.say?${input({ text: "a", plan: "pro" })}` },
  "malformed JSON in the query": { direct: true, path: "/api/trpc/echo.say?input=%7B" },
  "a path that is none": { direct: true, path: "/api/trpc/echo.nope" },
  "a path of prototypes": { direct: true, path: "/api/trpc/constructor" },
  "no path": { direct: false, path: "/api/trpc/" },
  "a path that climbs": { direct: false, path: "/api/trpc/x/../echo.hello" },
  "a slash at the end": { direct: false, path: "/api/trpc/echo.hello/" },
  "an encoded path": { direct: false, path: "/api/trpc/echo%2Ehello" },
  "a path that does not decode": { direct: false, path: "/api/trpc/echo%zz" },
  "a mutation": { direct: true, ...post("/api/trpc/echo.write", '{"text":"olá"}') },
  "a mutation with a charset": {
    direct: true,
    ...post("/api/trpc/odd.keep", "[1]", { "content-type": "application/json; charset=utf-8" }),
  },
  "a byte order mark": { direct: true, ...post("/api/trpc/odd.keep", '\ufeff{"a":1}') },
  "a mutation with nothing": { direct: true, ...post("/api/trpc/odd.keep", "") },
  "a mutation with null": { direct: true, ...post("/api/trpc/odd.keep", "null") },
  "a mutation with half a JSON": { direct: true, ...post("/api/trpc/echo.write", '{"text":') },
  "a mutation by GET": { direct: true, path: `/api/trpc/echo.write?${input({ text: "a" })}` },
  "a query by POST": { direct: true, ...post("/api/trpc/echo.say", '{"text":"a"}') },
  "an unknown path by POST": { direct: true, ...post("/api/trpc/nope", "{") },
  "a refusal with details": { direct: true, ...post("/api/trpc/echo.taken", "{}") },
  "a limit with Retry-After": { direct: true, path: "/api/trpc/echo.slow" },
  "an unknown error": { direct: true, path: "/api/trpc/echo.broken" },
  "nobody signed in": { direct: true, path: "/api/trpc/echo.mine" },
  "an answer that streams": { direct: true, path: "/api/trpc/odd.stream" },
  "an answer that holds a promise": { direct: true, path: "/api/trpc/odd.later" },
  "an answer that JSON cannot say": { direct: true, path: "/api/trpc/odd.bigint" },
  "no answer": { direct: true, path: "/api/trpc/odd.nothing" },
  "a form": {
    direct: false,
    ...post("/api/trpc/odd.keep", "a=1", { "content-type": "application/x-www-form-urlencoded" }),
  },
  "no content type": { direct: false, ...post("/api/trpc/odd.keep", "{}", {}) },
  PUT: { direct: false, method: "PUT", path: "/api/trpc/odd.keep", body: "1", headers: JSON_BODY },
  DELETE: { direct: false, method: "DELETE", path: "/api/trpc/echo.hello" },
  HEAD: { direct: false, method: "HEAD", path: "/api/trpc/echo.hello" },
  "a batch of one": { direct: true, path: "/api/trpc/echo.hello?batch=1" },
  "a batch": {
    direct: true,
    path: `/api/trpc/echo.hello,echo.say,odd.any?batch=1&${input({ 1: { text: "é" }, 2: null })}`,
  },
  "a mixed batch": {
    direct: true,
    path: `/api/trpc/echo.hello,echo.say,echo.mine,echo.nope?batch=1&${input({ 1: {} })}`,
  },
  "a batch that all fails alike": { direct: true, path: "/api/trpc/echo.mine,echo.mine?batch=1" },
  "a batch with limits": { direct: true, path: "/api/trpc/echo.slow,echo.hello?batch=1" },
  "a batch with streams": { direct: true, path: "/api/trpc/odd.stream,echo.hello?batch=1" },
  "a batch that JSON cannot say": { direct: true, path: "/api/trpc/odd.bigint,echo.hello?batch=1" },
  "a batch whose input is a list": {
    direct: true,
    path: "/api/trpc/odd.any,echo.hello?batch=1&input=[1]",
  },
  "a batch whose input is torn": {
    direct: true,
    path: "/api/trpc/odd.any,odd.any?batch=1&input={",
  },
  "a batch of mutations": {
    direct: true,
    ...post("/api/trpc/echo.write,echo.taken,odd.keep?batch=1", '{"0":{"text":"a"},"1":{}}'),
  },
  "a batch of both kinds": { direct: false, path: "/api/trpc/echo.hello,echo.write?batch=1" },
  "a batch of too many": {
    direct: false,
    path: `/api/trpc/${Array.from({ length: 51 }, () => "echo.hello").join(",")}?batch=1`,
  },
  "an encoded batch": { direct: false, path: "/api/trpc/echo.hello%2Cecho.hello?batch=1" },
  "a stream of a batch": {
    direct: false,
    path: "/api/trpc/echo.hello?batch=1",
    headers: { "trpc-accept": "application/jsonl" },
  },
  "a subscription": { direct: false, path: "/api/trpc/odd.ticks" },
  "a body too large by its length": {
    direct: true,
    ...post("/api/trpc/echo.write", JSON.stringify({ text: "a".repeat(1_100_000) })),
  },
  "a cookie from somewhere": {
    direct: true,
    ...post("/api/trpc/echo.write", '{"text":"a"}', {
      ...JSON_BODY,
      cookie: "session=1",
      origin: "https://evil.test",
    }),
  },
  "a cookie from here": {
    direct: true,
    ...post("/api/trpc/echo.write", '{"text":"a"}', {
      ...JSON_BODY,
      cookie: "session=1",
      origin: "http://odys.test",
    }),
  },
};

const TOLD = ["content-type", "set-cookie", "retry-after", "vary", "x-request-id", "cache-control"];
const REQUEST_ID = { "x-request-id": "the-same-request" };

async function throughRouteHandler({ method = "GET", path, headers, body }: WireRequest) {
  const request = new Request(`http://127.0.0.1${path}`, {
    method,
    headers: { ...headers, ...REQUEST_ID },
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  const arrival = { ip: "127.0.0.1", requestId: REQUEST_ID["x-request-id"] };
  const response = await doors.open(request, app.services, arrival);
  if (!response) throw new Error("no door");
  const told = TOLD.map((name) =>
    name === "set-cookie"
      ? response.headers.getSetCookie().join("|")
      : (response.headers.get(name) ?? ""),
  );
  const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
  return { status: response.status, told, text };
}

async function throughServer(request: WireRequest) {
  const body = request.body === undefined ? undefined : Buffer.from(request.body);
  const headers = {
    ...request.headers,
    ...REQUEST_ID,
    ...(body && { "content-length": String(body.length) }),
  };
  const answer = await server.send({ ...request, body, headers });
  const told = TOLD.map((name) => {
    const value = answer.headers[name];
    return Array.isArray(value) ? value.join("|") : (value ?? "");
  });
  return { status: answer.status, told, text: answer.body.toString("latin1") };
}

describe("mounted twice, the doors answer the same, byte for byte", () => {
  test.each(Object.entries(cases))("%s", async (_name, { direct, ...request }) => {
    const [path = "", search = ""] = request.path.slice("/api/trpc/".length).split("?");
    const head = { method: request.method ?? "GET", path, search };
    const plan = planOf(testRouter, { ...head, headers: new Headers(request.headers) });
    expect(plan !== null).toBe(direct);
    expect(await throughServer(request)).toEqual(await throughRouteHandler(request));
  });
});
