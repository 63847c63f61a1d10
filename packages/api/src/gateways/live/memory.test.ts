import { describe, expect, it } from "vitest";
import { liveContract } from "./contract.ts";
import { createMemoryLive } from "./memory.ts";

describe("live, memory", () => {
  liveContract(async () => createMemoryLive());

  it("remembers so many topics, and assumes of the others that they changed", () => {
    const live = createMemoryLive({ remembered: 2 });
    const mark = live.mark();
    for (const name of ["a", "b", "a"] as const) live.announce(`user:${name}`);
    expect(live.changedSince("user:c", mark)).toBe(false);
    const later = live.mark();
    live.announce("user:c"); // b is forgotten
    expect(live.changedSince("user:z", mark)).toBe(true);
    expect(live.changedSince("user:a", later)).toBe(false);
    expect(live.changedSince("user:c", later)).toBe(true);
  });

  it("after a gap everything may have changed", () => {
    const live = createMemoryLive();
    let told = 0;
    live.listen("user:a", () => void told++);
    live.listen("user:b", () => void told++);
    const mark = live.mark();
    live.announceAll();
    expect(told).toBe(2);
    expect(live.changedSince("user:a", mark)).toBe(true);
    expect(live.changedSince("user:a", live.mark())).toBe(false);
  });
});
