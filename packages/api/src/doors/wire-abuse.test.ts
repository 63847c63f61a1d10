import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { MAX_BODY_BYTES } from "./guard.ts";
import { testDoors } from "./testing/house.ts";
import { serve } from "./testing/serve.ts";

let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  app = await createTestApp();
  server = await serve(testDoors(), app.services);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

/** Bytes as they are, over a connection of their own. Resolves with what was answered until it closed. */
function raw(bytes: string | Buffer, { hangUp = false } = {}): Promise<string> {
  const { port } = new URL(server.origin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(bytes);
      if (hangUp) setTimeout(() => socket.destroy(), 20);
    });
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
    socket.setTimeout(3_000, () => socket.destroy());
  });
}

const alive = async () => (await server.send({ path: "/api/trpc/echo.hello" })).status;

describe("what is no procedure is not found, and never a fault", () => {
  test.each(["constructor", "__proto__", "toString", "echo.constructor", "echo.__proto__", "echo"])(
    "%s",
    async (path) => {
      for (const query of ["", "?batch=1"])
        expect((await server.send({ path: `/api/trpc/${path}${query}` })).status).toBe(404);
      expect((await server.send({ path: `/api/v1/${path}` })).status).toBe(404);
    },
  );
});

test("a Host header leads to no other door than the request line does", async () => {
  const answer = await raw(
    "GET /api/v1/none HTTP/1.1\r\nHost: odys.test/api/health/live?\r\nConnection: close\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

describe("a client that misbehaves in the middle of its body does no harm", () => {
  const doors = ["/api/trpc/echo.write", "/api/trpc/echo%2Ewrite", "/api/v1/texts", "/api/health"];
  const head = (path: string, framing: string) =>
    `POST ${path} HTTP/1.1\r\nHost: odys.test\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;

  test.each(doors)("it goes away: %s", async (path) => {
    await Promise.all(
      Array.from({ length: 10 }, () =>
        raw(`${head(path, "Content-Length: 1000")}{"text":`, { hangUp: true }),
      ),
    );
    expect(await alive()).toBe(200);
  });

  test.each(doors.slice(0, 3))("it never ends: %s", async (path) => {
    const chunk = `10000\r\n${"a".repeat(65_536)}\r\n`;
    const many = chunk.repeat(Math.ceil(MAX_BODY_BYTES / 65_536) + 2);
    const answer = await raw(`${head(path, "Transfer-Encoding: chunked")}${many}`);
    expect(answer === "" || answer.startsWith("HTTP/1.1 413 ")).toBe(true);
    expect(await alive()).toBe(200);
  });

  test.each(doors.slice(0, 3))("it sends two lengths: %s", async (path) => {
    const both = "Content-Length: 4\r\nTransfer-Encoding: chunked";
    expect(await raw(`${head(path, both)}0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});

test("a long answer to a slow reader leaves nothing behind on its way", async () => {
  const chunk = new Uint8Array(262_144);
  const slow = await serve(
    {
      appRouter: testDoors().appRouter,
      open: async () => {
        let left = 60;
        const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
          left-- > 0 ? controller.enqueue(chunk) : controller.close();
        const headers = { "content-type": "text/event-stream" };
        return new Response(new ReadableStream({ pull }), { headers });
      },
    },
    app.services,
  );
  const warnings: string[] = [];
  const warn = ({ name }: Error) => void warnings.push(name);
  process.on("warning", warn);
  const { body } = await slow.send({ path: "/api/long" });
  await slow.close();
  process.off("warning", warn);
  expect(body.length).toBe(60 * chunk.length);
  expect(warnings).toEqual([]);
});
