import fc from "fast-check";
import { expect, it } from "vitest";
import { solve } from "../testing/guests.ts";
import { createTestApp } from "../testing/app.ts";
import { CHALLENGE_MS, issueChallenge, readProof } from "./challenges.ts";

const NOW = Date.parse("2026-11-23T12:00:00.000Z");
const startsAt = "2026-12-01T12:00:00.000Z";
const app = await createTestApp();
const { settings } = app.services;
await app.close();

const scope = "ana 1";
const challenge = issueChallenge(settings, { scope, now: NOW, work: 8 });
const proof = solve(challenge, 8, startsAt);
const read = (text: string, more: object = {}) =>
  readProof(settings, { proof: text, scope, startsAt, now: NOW, ...more });

it("reads back what was asked, and under which id", () => {
  expect(read(proof)).toEqual({ id: expect.stringMatching(/^[\w-]{16}$/), work: 8 });
  expect(read(proof, { now: NOW + CHALLENGE_MS })).not.toBeNull();
});

it("is for one scope and slot, for twenty minutes, of this house", () => {
  expect(read(proof, { scope: "ana 2" })).toBeNull();
  expect(read(proof, { startsAt: "2026-12-01T12:30:00.000Z" })).toBeNull();
  expect(read(proof, { now: NOW + CHALLENGE_MS + 1 })).toBeNull();
  expect(read(proof, { now: NOW - 61_000 })).toBeNull();
  const foreign = { ...settings, linkSecret: `${settings.linkSecret}.` };
  expect(readProof(foreign, { proof, scope, startsAt, now: NOW })).toBeNull();
});

it("one changed letter of the challenge and it is nothing; whatever else arrives is nothing and no fault", () => {
  for (let at = 0; at <= challenge.length; at++) {
    const other = proof[at] === "B" ? "C" : "B";
    expect(read(proof.slice(0, at) + other + proof.slice(at + 1)), `${at}`).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(read(text)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
      const found = read(`${challenge}.${Buffer.from(bytes).toString("base64url")}`);
      expect(found).toBeNull();
    }),
  );
});

it("costs microseconds to read", () => {
  const started = performance.now();
  for (let n = 0; n < 1_000; n++) read(proof);
  // Sixteen hashes and a MAC: about 40 µs each; generous for a busy machine.
  expect((performance.now() - started) / 1_000).toBeLessThan(2);
});
