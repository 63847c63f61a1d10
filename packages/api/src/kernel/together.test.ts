import { expect, it } from "vitest";
import { batched, singleFlight, turns } from "./together.ts";

const pool = {};

it("the same question at once is asked once, and anew once it is answered", async () => {
  let asked = 0;
  const ask = singleFlight<number>();
  const one = (owner: object, key: string) => ask(owner, key, async () => ++asked);
  expect(await Promise.all([one(pool, "a"), one(pool, "a"), one(pool, "b")])).toEqual([1, 1, 2]);
  expect(await Promise.all([one(pool, "a"), one({}, "a")])).toEqual([3, 4]);
});

it("a failure is everybody's who waited, and the next one's to try again", async () => {
  const ask = singleFlight<number>();
  const fail = () => ask(pool, "a", () => Promise.reject(new Error("no")));
  expect((await Promise.allSettled([fail(), fail()])).map((r) => r.status)).toEqual([
    "rejected",
    "rejected",
  ]);
  expect(await ask(pool, "a", async () => 1)).toBe(1);
});

it("one works at a time; who waited looks again, also after a failure", async () => {
  const take = turns<string>();
  const log: string[] = [];
  const attempt = async (name: string, fails: boolean): Promise<string> => {
    for (;;) {
      const turn = await take(pool, "slot", async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
      if (turn) return turn.done;
    }
  };
  const outcomes = await Promise.allSettled([
    attempt("a", true),
    attempt("b", false),
    attempt("c", false),
  ]);
  expect(outcomes.map((r) => r.status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(
    log.map((line, at) => (at % 2 === 0 ? line.endsWith("begins") : line.endsWith("ends"))),
  ).not.toContain(false);
  expect(log).toHaveLength(6);
});

it("what comes in one turn, or during the work for others, is done together; owners never mix", async () => {
  const batches: number[][] = [];
  const double = batched(async (_owner: object, items: readonly number[]) => {
    batches.push([...items]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return items.map((item) => item * 2);
  });
  const first = [1, 2].map((item) => double(pool, item));
  const others = double({}, 9);
  while (batches.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const second = [3, 4].map((item) => double(pool, item));
  expect(await Promise.all([...first, ...second, others])).toEqual([2, 4, 6, 8, 18]);
  expect(batches).toEqual([[1, 2], [9], [3, 4]]);
  expect(await double(pool, 5)).toBe(10);
});

it("of a batch that fails each is done by itself, and only whose fault it is fails", async () => {
  const kept: number[] = [];
  const keep = batched(async (_owner: object, items: readonly number[]) => {
    if (items.includes(2)) throw new Error("no two");
    kept.push(...items);
    return items;
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => keep(pool, item)));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(kept).toEqual([1, 3]);
});
