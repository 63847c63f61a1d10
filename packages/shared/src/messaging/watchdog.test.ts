import { describe, expect, test } from "vitest";
import { judge, type Look, PROOF_MS } from "./watchdog.ts";

const now = Date.parse("2026-11-23T12:00:00.000Z");
const ago = (minutes: number) => now - minutes * 60_000;
const look = (overrides: Partial<Look>) =>
  judge({
    now,
    said: "open",
    acknowledgedAt: null,
    before: null,
    triedAt: null,
    toldAt: null,
    ...overrides,
  });

describe("the watchdog", () => {
  test("open and a message acknowledged lately: healthy", () => {
    expect(look({ acknowledgedAt: ago(5) })).toEqual({
      state: "healthy",
      since: now,
      action: "none",
    });
  });

  test("open alone proves nothing", () => {
    expect(look({})).toMatchObject({ state: "unproven", action: "none" });
    expect(look({ acknowledgedAt: now - PROOF_MS - 1 })).toMatchObject({ state: "unproven" });
  });

  test("connecting for over a minute: restart, and not before", () => {
    const before = { state: "connecting", since: ago(1) } as const;
    expect(look({ said: "connecting" })).toMatchObject({ action: "none" });
    expect(look({ said: "connecting", before })).toMatchObject({ action: "none", since: ago(1) });
    const longer = { ...before, since: ago(1) - 1 };
    expect(look({ said: "connecting", before: longer })).toMatchObject({ action: "restart" });
    // It was something else in between.
    const other = { state: "closed", since: ago(60) } as const;
    expect(look({ said: "connecting", before: other })).toMatchObject({ since: now });
  });

  test("closed: connect", () => {
    expect(look({ said: "closed" })).toMatchObject({ state: "closed", action: "connect" });
  });

  test("ten minutes between attempts", () => {
    const before = { state: "connecting", since: ago(60) } as const;
    for (const [said, action] of [
      ["connecting", "restart"],
      ["closed", "connect"],
    ] as const) {
      expect(look({ said, before, triedAt: ago(9.99) }).action).toBe("none");
      const since = { ...before, state: said };
      expect(look({ said, before: since, triedAt: ago(10) }).action).toBe(action);
    }
  });

  test("logged out: somebody is told, once a day", () => {
    expect(look({ said: "logged_out" })).toMatchObject({ state: "logged_out", action: "tell" });
    expect(look({ said: "logged_out", toldAt: ago(60 * 23) }).action).toBe("none");
    expect(look({ said: "logged_out", toldAt: ago(60 * 24) }).action).toBe("tell");
  });

  test("a provider that does not answer for ten minutes is told of, too", () => {
    const before = { state: "unreachable", since: ago(10) } as const;
    expect(look({ said: "unreachable" }).action).toBe("none");
    expect(look({ said: "unreachable", before }).action).toBe("tell");
    expect(look({ said: "unreachable", before, toldAt: ago(30) }).action).toBe("none");
  });

  test("what was well begins anew", () => {
    const before = { state: "healthy", since: ago(300) } as const;
    expect(look({ acknowledgedAt: ago(1), before })).toMatchObject({ since: ago(300) });
    expect(look({ said: "closed", before })).toMatchObject({ since: now });
  });
});
