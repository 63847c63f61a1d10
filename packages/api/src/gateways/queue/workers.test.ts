import { outboxEvents } from "@odys/db/schema/ops";
import { eq, sql } from "drizzle-orm";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openBoss } from "./boss.ts";
import { outboxBench } from "../../testing/outbox.ts";
import { type ScheduledJob, TUNING } from "./port.ts";

describe("workers", () => {
  const bench = outboxBench();
  const { recorder, run, change, expectSoon } = bench;

  it("a stopping process finishes what runs and gives the rest back", async () => {
    const { consumer, handled } = recorder(
      "test.stopping",
      () => new Promise((resolve) => setTimeout(resolve, 300)),
    );
    const tuning = { parallel: 2, workers: 1, retryDelaySeconds: 0 };
    const outbox = await run([consumer], { tuning });
    for (let i = 0; i < 10; i++) await change();
    outbox.wake();
    await expectSoon(() => handled.length > 0, true);
    await outbox.stop();
    const finished = handled.length;
    expect(finished).toBeLessThan(10);
    const next = recorder("test.stopping");
    const other = await run([next.consumer], { tuning: { ...tuning, pollMs: 500 } });
    other.wake();
    await expectSoon(() => next.handled.length, 10 - finished, 15_000);
    expect(new Set([...handled, ...next.handled]).size).toBe(10);
  });

  it("a killed process's jobs are taken over", async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL("outbox.child.ts", import.meta.url)), bench.app.url],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const said: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => said.push(line));
    await expectSoon(() => said, ["started"], 15_000);
    await change();
    await expectSoon(() => said, ["started", "taken"]);
    child.kill("SIGKILL");
    await once(child, "exit");

    const { consumer, handled } = recorder("test.crash");
    await run([consumer], { tuning: { superviseSeconds: 3, pollMs: 500 } });
    // Twenty seconds without a sign of life, told by the clock of the row.
    await bench.app.db.execute(
      sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '20 seconds' where name = 'test.crash'`,
    );
    await expectSoon(() => handled.length, 1, 20_000);
  }, 60_000);

  it("does what the clock asks for, as the system", async () => {
    const seen: unknown[] = [];
    const schedule: ScheduledJob = {
      name: "test.clock",
      cron: "0 5 * * *",
      run: async ({ actor, action }) => void seen.push({ actor, action }),
    };
    await run([], { schedules: [schedule], tuning: { pollMs: 500 } });
    const planned = await bench.app.db.execute(
      sql`select name, cron, timezone from pgboss.schedule`,
    );
    expect([...planned]).toEqual([{ name: "test.clock", cron: "0 5 * * *", timezone: "UTC" }]);
    // As the timekeeper does at five o'clock; twice, as two processes might.
    const boss = openBoss(
      { services: bench.app.services, consumers: [], role: "web", url: bench.app.url },
      TUNING,
    );
    await boss.start();
    await Promise.all([boss.send("test.clock"), boss.send("test.clock")]);
    await boss.stop();
    await expectSoon(
      () => seen,
      [{ actor: { type: "job", queue: "test.clock" }, action: "test.clock" }],
    );
  });

  it("starts a job within milliseconds of the commit", async () => {
    const starts = new Map<string, number>();
    const { consumer } = recorder("test.latency", async (eventId) => {
      starts.set(eventId, performance.now());
    });
    // With a poll once a minute, only the call after the commit can be what starts it.
    const outbox = await run([consumer], { tuning: { pollMs: 60_000 } });
    bench.app.services.outbox = outbox;
    await change();
    await expectSoon(() => starts.size, 1);
    const waits: number[] = [];
    for (let i = 0; i < 60; i++) {
      const before = new Set(starts.keys());
      await change();
      const committed = performance.now();
      while (starts.size === before.size) await new Promise((resolve) => setImmediate(resolve));
      const id = [...starts.keys()].find((key) => !before.has(key)) ?? "";
      waits.push((starts.get(id) ?? 0) - committed);
    }
    const median = waits.toSorted((a, b) => a - b)[30] ?? Infinity;
    // The goal of 10 ms is the bench's to measure; here other tests run on the same processors.
    expect(median).toBeLessThan(500);
    expect(
      await bench.app.db.$count(outboxEvents, eq(outboxEvents.type, "accounts.email_verified")),
    ).toBe(61);
  });
});
