import { expect, test } from "vitest";
import { isAlive, standingOf } from "./standing.ts";

const NOW = "2026-11-25T12:00:00.000Z";
const ahead = "2026-11-26T12:00:00.000Z";
const over = "2026-11-25T11:00:00.000Z";

test("what lies ahead is waited for, what is over is over, and nobody is called absent", () => {
  const words = (status: Parameters<typeof standingOf>[0]["status"], endsAt: string) =>
    standingOf({ status, endsAt }, NOW).words;
  expect(words("confirmed", ahead)).toBe("confirmed");
  expect(words("confirmed", over)).toBe("past");
  expect(words("pending_confirmation", over)).toBe("past");
  expect(words("cancelled", over)).toBe("cancelled");
  expect(standingOf({ status: "no_show", endsAt: over }, NOW).tone).toBe("calm");
});

test("alive is what can still happen", () => {
  expect(isAlive({ status: "held", endsAt: ahead }, NOW)).toBe(true);
  expect(isAlive({ status: "confirmed", endsAt: over }, NOW)).toBe(false);
  expect(isAlive({ status: "rejected", endsAt: ahead }, NOW)).toBe(false);
});
