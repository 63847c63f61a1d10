import { expect, it } from "vitest";
import { coalesce } from "./coalesce.ts";

it("many calls become few runs, and the last one is never lost", async () => {
  let written = 0;
  let seen = 0;
  let runs = 0;
  const reader = coalesce(async () => {
    runs++;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
    seen = written;
    await Promise.resolve();
    return false;
  });
  for (let round = 0; round < 6; round++) {
    for (let i = 0; i < 50; i++) {
      written++;
      reader.call();
      // Calls fall at every point of a run, microtasks at its end among them.
      for (let turns = i % 7; turns > 0; turns--) await Promise.resolve();
      if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => seen, { interval: 1 }).toBe(written);
    await reader.settled();
  }
  expect(runs).toBeLessThan(300);
});

it("goes on by itself while there is more", async () => {
  let left = 5;
  const worker = coalesce(async () => --left > 0);
  worker.call();
  await worker.settled();
  expect(left).toBe(0);
});
