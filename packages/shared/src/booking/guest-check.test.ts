import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkGuest,
  GUEST_CAPS,
  type Guest,
  type GuestCounts,
  type GuestRules,
  holdFor,
  needsMail,
  workNow,
} from "./guest-check.ts";

const calm: GuestCounts = {
  workHere: 0,
  openHere: 0,
  bareHoldsHere: 0,
  bareHolds: 0,
  holds: 0,
  workOpen: 0,
  pressureHere: 0,
  pressure: 0,
};
const rules: GuestRules = { policy: "work", maxPending: 10, work: 1_000, times: 1 };
const worked: Guest = { by: "work", work: 1_000, email: false };
const mailed: Guest = { by: "work", work: 1_000, email: true };
const bare: Guest = { by: "none", work: 0, email: true };
const account: Guest = { by: "account", work: 0, email: true };
const check = (guest: Guest, counts: Partial<GuestCounts> = {}, more: Partial<GuestRules> = {}) =>
  checkGuest(guest, { ...calm, ...counts }, { ...rules, ...more });

describe("what a guest has to do", () => {
  it("when nothing presses: an account nothing, a guest work, and without work a mailbox", () => {
    expect(check(account)).toBe("book");
    expect(check(worked)).toBe("book");
    expect(check(bare)).toBe("hold");
    expect(check({ ...bare, email: false })).toBe("proof");
  });

  it("where the practice wants a mailbox: work and a mailbox, and of an account still nothing", () => {
    const policy = "mail";
    expect(check(account, {}, { policy })).toBe("book");
    expect(check(mailed, {}, { policy })).toBe("hold");
    expect(check(worked, {}, { policy })).toBe("email");
    expect(check(bare, {}, { policy })).toBe("hold");
  });

  it("a network's fourth of a day, and whoever comes when work alone has its share: a mailbox", () => {
    const dear = { work: 1_000_000 };
    expect(check(worked, { workHere: 2 })).toBe("book");
    expect(check({ ...worked, ...dear }, { workHere: 3 })).toBe("email");
    expect(check({ ...mailed, ...dear }, { workHere: 3 })).toBe("hold");
    expect(check(worked, { workOpen: 4 })).toBe("book");
    expect(check(worked, { workOpen: 5 })).toBe("email");
    expect(check(mailed, { workOpen: 5 })).toBe("hold");
    expect(check(account, { workHere: 3, workOpen: 5 })).toBe("book");
  });

  it("caps: of a network, of an account, of holds with and without work", () => {
    expect(check(worked, { openHere: GUEST_CAPS.openPerNetwork })).toBe("too_many");
    expect(check(account, { openHere: GUEST_CAPS.openPerAccount })).toBe("too_many");
    const crowd = { workOpen: 5, holds: GUEST_CAPS.holdsPerPractice };
    expect(check(mailed, { ...crowd, openHere: 1 })).toBe("too_many");
    expect(check(mailed, crowd), "the first of a network").toBe("hold");
    expect(check(worked, { holds: GUEST_CAPS.holdsPerPractice })).toBe("book");
    expect(check(bare, { bareHoldsHere: 2 })).toBe("proof");
    expect(check(bare, { bareHolds: 5 })).toBe("proof");
    expect(check(mailed, { workOpen: 5, bareHolds: 5 }), "who works goes on").toBe("hold");
  });

  it("a hold lasts half an hour, and where many are held ten minutes", () => {
    const minutes = (holds: number) => holdFor({ ...calm, holds }, rules) / 60_000;
    expect([0, 19, 20, 500].map(minutes)).toEqual([30, 30, 10, 10]);
  });

  it("a proof may be worth a quarter of what is asked by now, and no less", () => {
    expect(check({ ...worked, work: 250 })).toBe("book");
    expect(check({ ...worked, work: 249 })).toBe("proof");
    expect(check({ ...worked, work: 4_000 }, { pressure: 100 })).toBe("book");
    expect(check({ ...worked, work: 3_999 }, { pressure: 100 })).toBe("proof");
  });

  it("behind an address that a crowd shares every cap is so many times as wide", () => {
    const counts = { workHere: 20, openHere: 30, pressureHere: 20, pressure: 20, workOpen: 9 };
    expect(check(worked, counts, { times: 10 })).toBe("book");
  });
});

describe("what it costs", () => {
  const work = (pressureHere: number, pressure: number) =>
    workNow({ ...calm, pressureHere, pressure }, rules) / rules.work;

  it("doubles with each of the own from the second, and everywhere with every four, to sixteen times", () => {
    expect([0, 1, 2, 3, 4, 9, 50].map((own) => work(own, 0))).toEqual([1, 1, 2, 4, 8, 256, 256]);
    expect([0, 3, 4, 8, 16, 1_000].map((all) => work(0, all))).toEqual([1, 1, 2, 4, 16, 16]);
  });

  const count = fc.nat(200);
  const counts = fc.record({
    workHere: count,
    openHere: count,
    bareHoldsHere: count,
    bareHolds: count,
    holds: count,
    workOpen: count,
    pressureHere: count,
    pressure: count,
  });

  it("more of anything never makes it cheaper, nor asks for less", () => {
    const keys = fc.constantFrom(...(Object.keys(calm) as (keyof GuestCounts)[]));
    fc.assert(
      fc.property(counts, keys, (before, key) => {
        const after = { ...before, [key]: before[key] + 1 };
        expect(workNow(after, rules)).toBeGreaterThanOrEqual(workNow(before, rules));
        expect(needsMail(before, rules) && !needsMail(after, rules)).toBe(false);
        expect(check(mailed, before) !== "book" && check(mailed, after) === "book").toBe(false);
      }),
    );
  });
});
