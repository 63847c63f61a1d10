import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { t } from "../trpc/init.ts";
import { testDoors, testRouter } from "./testing/house.ts";
import { serve } from "./testing/serve.ts";

let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  app = await createTestApp({ settings: { trustedOrigins: ["https://partner.test"] } });
  server = await serve(testDoors(), app.services);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

async function call(
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const answer = await server.send({
    method,
    path: `/api/v1${path}`,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    body: typeof body === "string" || body === undefined ? body : JSON.stringify(body),
  });
  const text = answer.body.toString();
  return { ...answer, json: text === "" ? null : JSON.parse(text) };
}

describe("the envelope", () => {
  test("successes", async () => {
    const { status, json } = await call("GET", "/hello");
    expect([status, json]).toEqual([200, { success: true, data: { hello: "olá 👋" } }]);
  });

  test("a refusal with its details", async () => {
    const { status, json } = await call("POST", "/taken");
    expect([status, json]).toEqual([
      409,
      {
        success: false,
        error: {
          code: "SLOT_TAKEN",
          message: "This time has just been taken.",
          details: { nearest: ["2026-11-23T12:00:00.000Z"] },
        },
      },
    ]);
  });

  test("a limit says when to come back", async () => {
    const { status, headers, json } = await call("GET", "/slow");
    expect([status, headers["retry-after"], json.error.code]).toEqual([429, "7", "RATE_LIMITED"]);
  });

  test("an unknown error tells the request id and nothing else", async () => {
    const { status, headers, json } = await call("GET", "/broken");
    expect(status).toBe(500);
    expect(json.error).toEqual({
      code: "INTERNAL",
      message: "Something went wrong.",
      details: { requestId: headers["x-request-id"] },
    });
  });

  test("nobody signed in", async () => {
    expect((await call("GET", "/mine")).status).toBe(401);
  });

  test("cookies of the procedure arrive one by one", async () => {
    const { headers } = await call("POST", "/texts", { body: { text: "abc" } });
    expect(headers["set-cookie"]).toEqual(["a=1; Path=/", "b=2; Path=/; HttpOnly"]);
  });

  test("every answer is safe to look at", async () => {
    for (const path of ["/hello", "/broken", "/nope", "/openapi.json"]) {
      const { headers } = await call("GET", path);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["content-type"]).toBe("application/json");
    }
  });
});

describe("inputs", () => {
  test("a path parameter, and a query as the schema's types", async () => {
    const { json } = await call("GET", "/say/ol%C3%A1%20?times=2&loud=true");
    expect(json.data).toEqual({ said: "OLÁ OLÁ " });
  });

  test.each([
    ["/say/a?times=two", "times"],
    ["/say/a?times=1&times=2", "times"],
    ["/say/a?times=0x2", "times"],
    ["/say/a?loud=1", "loud"],
    ["/say/a?plan=pro", ""],
  ])("%s is a 400 that names the field", async (path, field) => {
    const { status, json } = await call("GET", path);
    expect([status, json.error.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect(Object.keys(json.error.details.fields)).toEqual([field]);
  });

  test("a body and a path parameter together; the path wins", async () => {
    const id = newId();
    const { json } = await call("PATCH", `/texts/${id}`, { body: { id: newId(), text: "b" } });
    expect(json.data).toEqual({ id, text: "b" });
  });

  test.each([
    ["torn", '{"text"', 400, "VALIDATION_ERROR"],
    ["no object", "[1]", 400, "VALIDATION_ERROR"],
    ["empty", "", 400, "VALIDATION_ERROR"],
  ])("a body that is %s", async (_name, body, status, code) => {
    const answer = await call("PATCH", `/texts/${newId()}`, { body });
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });

  test("a body that is no JSON by its own word", async () => {
    const headers = { "content-type": "text/plain" };
    expect((await call("POST", "/texts", { body: '{"text":"a"}', headers })).status).toBe(415);
  });
});

describe("paths and methods", () => {
  test("unknown paths", async () => {
    for (const path of ["", "/", "/nope", "/hello/more", "/say", "/say/%zz", "/__proto__"])
      expect((await call("GET", path)).status).toBe(404);
  });

  test("a wrong method says which are right", async () => {
    const { status, headers, json } = await call("DELETE", "/hello");
    expect([status, headers.allow, json.error.code]).toEqual([
      405,
      "GET, HEAD",
      "METHOD_NOT_ALLOWED",
    ]);
  });

  test("HEAD is GET without the body", async () => {
    const { status, body, headers } = await call("HEAD", "/hello");
    expect([status, body.length, headers["content-type"]]).toEqual([200, 0, "application/json"]);
  });

  test("CORS is closed but for configured origins", async () => {
    const asked = (origin: string) =>
      call("OPTIONS", "/texts", {
        headers: { origin, "access-control-request-method": "POST" },
      });
    const evil = await asked("https://evil.test");
    expect(evil.headers["access-control-allow-origin"]).toBeUndefined();
    const partner = await asked("https://partner.test");
    expect(partner.headers["access-control-allow-origin"]).toBe("https://partner.test");
    expect(partner.headers.vary).toContain("origin");
  });
});

test("one use case answers alike over tRPC, REST and in process", async () => {
  const input = { text: "olá", times: 3 };
  const inProcess = await t
    .createCallerFactory(testRouter)(app.contextOf({ type: "anonymous" }))
    .echo.say(input);
  const rest = await call("GET", `/say/${encodeURIComponent(input.text)}?times=3`);
  const search = `input=${encodeURIComponent(JSON.stringify(input))}`;
  const trpc = await server.send({ path: `/api/trpc/echo.say?${search}` });
  expect(inProcess).toEqual({ said: "oláoláolá" });
  expect(rest.json.data).toEqual(inProcess);
  expect(JSON.parse(trpc.body.toString()).result.data).toEqual(inProcess);
});
