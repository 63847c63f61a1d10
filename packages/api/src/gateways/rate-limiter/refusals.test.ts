import { pino } from "pino";
import { expect, it } from "vitest";
import { createRefusals, type RefusalCount } from "./refusals.ts";

function bench(write?: (counts: RefusalCount[]) => Promise<void>) {
  const written: RefusalCount[][] = [];
  let now = Date.parse("2026-11-23T12:34:56.000Z");
  const refusals = createRefusals({
    clock: { now: () => now },
    log: pino({ level: "silent" }),
    secret: "a secret of tests",
    write: write ?? (async (counts) => void written.push(counts)),
    flushMs: 60_000,
  });
  return { refusals, written, pass: (ms: number) => void (now += ms) };
}

it("a flood of one caller is one row", async () => {
  const { refusals, written } = bench();
  for (let i = 0; i < 100_000; i++) refusals.note("booking", "203.0.113.7");
  await refusals.close();
  expect(written).toEqual([
    [
      {
        hour: new Date("2026-11-23T12:00:00.000Z"),
        limit: "booking",
        caller: expect.stringMatching(/^[0-9a-f]{16}$/),
        hits: 100_000,
      },
    ],
  ]);
});

it("hours, limits and callers stand apart, and no address in any of it", async () => {
  const { refusals, written, pass } = bench();
  refusals.note("booking", "203.0.113.7");
  refusals.note("booking", "203.0.113.8");
  refusals.note("api", "203.0.113.7");
  pass(3_600_000);
  refusals.note("booking", "203.0.113.7");
  await refusals.close();
  expect(written[0]).toHaveLength(4);
  expect(new Set(written[0]?.map(({ caller }) => caller)).size).toBe(2);
  expect(JSON.stringify(written)).not.toContain("203.0.113");
});

it("a flood from everywhere is a bounded number of rows", async () => {
  const { refusals, written } = bench();
  for (let i = 0; i < 20_000; i++) refusals.note("signIn", `2001:db8:${i.toString(16)}::/64`);
  await refusals.close();
  expect(written[0]).toHaveLength(5_001);
  expect(written[0]?.find(({ caller }) => caller === "")?.hits).toBe(15_000);
});

it("a database that refuses takes nothing from the requests, and later counts are kept", async () => {
  let down = true;
  const kept: RefusalCount[][] = [];
  const { refusals } = bench(async (counts) => {
    if (down) throw new Error("away");
    kept.push(counts);
  });
  refusals.note("api", "a");
  await refusals.close();
  down = false;
  refusals.note("api", "a");
  await refusals.close();
  expect(kept).toHaveLength(1);
  await refusals.close();
  expect(kept, "nothing to write is not written").toHaveLength(1);
});
