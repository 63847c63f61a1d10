import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { createMemoryLimiter } from "../gateways/rate-limiter/memory.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { reportOf } from "./errors.ts";
import { t } from "./init.ts";
import { publicProcedure } from "./ladder.ts";

const router = t.router({
  try: publicProcedure
    .meta({ public: true, rateLimit: "booking" })
    .input(z.void())
    .output(z.null())
    .query(() => null),
});
const createCaller = t.createCallerFactory(router);

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ limiter: createMemoryLimiter() });
});
afterAll(() => app.close());

/** How many of the attempts from these addresses pass. */
async function passed(addresses: string[]): Promise<number> {
  let count = 0;
  for (const ip of addresses)
    await createCaller({ ...app.contextOf({ type: "anonymous" }), ip })
      .try()
      .then(
        () => count++,
        (error: unknown) => expect(reportOf(error).code).toBe("RATE_LIMITED"),
      );
  return count;
}

test("who has an IPv6 network has one limit, and not one for each of its 2^64 addresses", async () => {
  expect(
    await passed([
      "2001:db8:0:7::1",
      "2001:db8:0:7::2",
      "2001:db8:0:7:ffff::3",
      "2001:db8::7:aaaa:0:0:4",
      "2001:db8:0:7:1:2:3:4",
      "2001:db8:0:7::6",
      "2001:0db8:0000:0007::7",
    ]),
  ).toBe(5);
  expect(await passed(["2001:db8:0:8::1"])).toBe(1);
});

test("every IPv4 address has its own", async () => {
  expect(await passed(Array.from({ length: 9 }, (_, n) => `198.51.100.${n}`))).toBe(9);
  expect(await passed(Array.from({ length: 9 }, () => "198.51.100.200"))).toBe(5);
});
