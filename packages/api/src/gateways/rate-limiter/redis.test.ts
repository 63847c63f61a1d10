import { testSetting } from "@odys/db/testing/settings";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateLimiterContract } from "./contract.ts";
import { startRedisFake } from "./redis-fake.ts";
import { createRedisLimiter } from "./redis.ts";

const log = pino({ level: "silent" });
const given = testSetting("TEST_REDIS_URL");

describe(`rate limiter in ${given ? "a real Redis" : "Redis"}`, () => {
  let fake: Awaited<ReturnType<typeof startRedisFake>> | undefined;
  let url = given ?? "";
  beforeAll(async () => {
    if (given) return;
    fake = await startRedisFake();
    url = fake.url;
  });
  afterAll(() => fake?.stop());

  rateLimiterContract(async (limits) => createRedisLimiter({ url, log, limits }));

  it("is one count for all processes", async () => {
    const [one, other] = [createRedisLimiter({ url, log }), createRedisLimiter({ url, log })];
    const key = `shared:${Date.now()}`;
    const verdicts = [];
    for (let i = 0; i < 6; i++) verdicts.push(await (i % 2 ? one : other).consume("booking", key));
    expect(verdicts.map((verdict) => verdict.allowed)).toEqual([...Array(5).fill(true), false]);
    await one.close();
    await other.close();
  });
});

describe("when Redis is away", () => {
  it("fails within its timeout when there never was a server", async () => {
    const limiter = createRedisLimiter({ url: "redis://127.0.0.1:1", log, timeoutMs: 100 });
    const start = performance.now();
    await expect(limiter.consume("booking", "k")).rejects.toBeInstanceOf(Error);
    expect(performance.now() - start).toBeLessThan(2_000);
    await limiter.close();
  });

  it("fails within its timeout when the server hangs", async () => {
    const fake = await startRedisFake();
    const limiter = createRedisLimiter({ url: fake.url, log, timeoutMs: 100 });
    await limiter.consume("booking", "k");
    fake.hang();
    const start = performance.now();
    await expect(limiter.consume("booking", "k")).rejects.toBeInstanceOf(Error);
    expect(performance.now() - start).toBeLessThan(2_000);
    await limiter.close();
    await fake.stop();
  });

  it("fails at once after the server is gone, and counts again when it is back", async () => {
    const fake = await startRedisFake();
    const limiter = createRedisLimiter({ url: fake.url, log });
    await limiter.consume("booking", "k");
    await fake.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    await expect(limiter.consume("booking", "k")).rejects.toBeInstanceOf(Error);
    expect(performance.now() - start).toBeLessThan(200); // and not the 250 ms of the timeout

    await fake.restart();
    await expect
      .poll(
        () =>
          limiter.consume("booking", "k").then(
            (verdict) => verdict.allowed,
            () => false,
          ),
        {
          timeout: 5_000,
        },
      )
      .toBe(true);
    await limiter.close();
    await fake.stop();
  });
});
