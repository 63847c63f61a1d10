import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { encodingOf } from "./compress.ts";
import { serve } from "./testing/serve.ts";
import { testDoors } from "./testing/house.ts";

describe("which encoding", () => {
  test.each([
    ["gzip, deflate, br, zstd", 4_000, "br"],
    ["gzip, deflate", 4_000, "gzip"],
    ["BR;q=0.5", 4_000, "br"],
    ["br;q=0, gzip;q=1.0", 4_000, "gzip"],
    ["gzip;q=0.000", 4_000, null],
    ["identity", 4_000, null],
    ["", 4_000, null],
    [null, 4_000, null],
    ["br", 1_023, null],
  ])("%s, %i bytes: %s", (accepted, bytes, encoding) => {
    expect(encodingOf(accepted, bytes)).toBe(encoding);
  });
});

describe("an answer of some length", () => {
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

  const input = { text: "olá 👋 ".repeat(40), times: 9 };
  const query = (value: unknown) => encodeURIComponent(JSON.stringify(value));
  test.each([
    ["/api/trpc", `/api/trpc/echo.say?input=${query(input)}`],
    // A batch is answered by tRPC's own adapter.
    ["/api/trpc, batched", `/api/trpc/echo.say?batch=1&input=${query({ 0: input })}`],
    ["/api/v1", `/api/v1/say/${encodeURIComponent(input.text)}?times=9`],
  ])("%s: packed as the client wants it, and the same unpacked", async (_name, path) => {
    const plain = await server.send({ path });
    expect(plain.status).toBe(200);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers.vary).toContain("accept-encoding");
    const as = (encoding: string) =>
      server.send({ path, headers: { "accept-encoding": encoding } });
    const [br, gzip] = [await as("gzip, br"), await as("gzip")];
    expect(br.headers["content-encoding"]).toBe("br");
    expect(Number(br.headers["content-length"])).toBe(br.body.length);
    expect(br.body.length).toBeLessThan(plain.body.length / 10);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    for (const { headers } of [br, gzip])
      expect(headers["content-type"]).toBe(plain.headers["content-type"]);
  });

  test("a short one goes out as it is", async () => {
    const path = "/api/trpc/echo.hello";
    const { headers } = await server.send({ path, headers: { "accept-encoding": "br" } });
    expect(headers["content-encoding"]).toBeUndefined();
  });
});
