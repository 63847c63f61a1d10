import fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createSolver, PUZZLES, seedText, targetOf } from "./proof.ts";
import { firstWords, sha256 } from "./sha256.ts";

const hex = (words: Int32Array) =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

it("SHA-256 is what node:crypto says, at every length around a block's end and for anything", () => {
  const same = (bytes: Uint8Array) => {
    expect(hex(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
  };
  for (let length = 0; length <= 130; length++) same(new Uint8Array(length).fill(length));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), same));
});

it("the first word of a puzzle's digest is that of forty bytes: seed, number, attempt", () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(fc.string(), word, word, (text, i, n) => {
      const seed = createHash("sha256").update(text).digest();
      const block = Buffer.concat([seed, Buffer.alloc(8)]);
      block.writeUInt32BE(i, 32);
      block.writeUInt32BE(n, 36);
      const words = Int32Array.from({ length: 8 }, (_, at) => seed.readInt32BE(at * 4));
      const expected = createHash("sha256").update(block).digest().readUInt32BE(0);
      expect(firstWords(words)(i, n)).toBe(expected);
    }),
  );
});

it("a proof takes about as many hashes as it says, and varies little", () => {
  const work = 64;
  const counts = Array.from({ length: 200 }, (_, n) => {
    const solver = createSolver({ challenge: `c${n}`, work }, "2026-12-01T12:00:00.000Z");
    let hashes = 1;
    while (solver.run(1) === null) hashes += 1;
    return hashes;
  });
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const spread = Math.sqrt(
    counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length,
  );
  expect(mean / (work * PUZZLES)).toBeCloseTo(1, 1);
  expect(spread / mean).toBeLessThan(0.32);
});

it("worked at in pieces or at once it is the same proof, and the text of an instant does not matter", () => {
  const puzzle = { challenge: "c", work: 20 };
  const whole = createSolver(puzzle, "2026-12-01T12:00:00.000Z").run(1e6);
  const pieces = createSolver(puzzle, "2026-12-01T09:00:00-03:00");
  let found: string | null = null;
  while (found === null) found = pieces.run(7);
  expect(found).toBe(whole);
  expect(found).toMatch(/^c\.[\w-]{86}$/);
  expect(seedText("c", "2026-12-01T12:00:00Z")).toBe("c 1796126400000");
});

it("the target of any work is one that something lies below", () => {
  expect([targetOf(1), targetOf(2), targetOf(2 ** 32), targetOf(2 ** 40)]).toEqual([
    2 ** 32,
    2 ** 31,
    1,
    1,
  ]);
});
