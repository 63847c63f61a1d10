import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from "@odys/db/seed/people";
import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

test("a password is known by its hash, and two hashes of it differ", async () => {
  const [one, two] = await Promise.all([
    hashPassword("açaí com granola"),
    hashPassword("açaí com granola"),
  ]);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, "açaí com granola")).toBe(true);
  expect(await verifyPassword(one, "açaí sem granola")).toBe(false);
});

test("where there is no account the same work is done, and the answer is no", async () => {
  const hashed = await hashPassword("uma senha");
  const against = { known: hashed, unknown: undefined, unset: null };
  const least = { known: Infinity, unknown: Infinity, unset: Infinity };
  // In turns, and the least of each: the machine may be busy with something else meanwhile.
  for (let n = 0; n < 8; n++) {
    for (const who of ["known", "unknown", "unset"] as const) {
      const started = performance.now();
      expect(await verifyPassword(against[who], "outra senha")).toBe(false);
      least[who] = Math.min(least[who], performance.now() - started);
    }
  }
  // No work at all would be a thousand times faster.
  expect(least.unknown / least.known).toBeGreaterThan(0.25);
  expect(least.unset / least.known).toBeGreaterThan(0.25);
});

test("the demo's accounts open with the password that is printed", async () => {
  expect(await verifyPassword(DEMO_PASSWORD_HASH, DEMO_PASSWORD)).toBe(true);
});
