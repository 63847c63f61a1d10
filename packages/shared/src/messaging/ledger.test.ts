import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIVERY_STATES } from "./delivery.ts";
import {
  channelAfter,
  consequenceOf,
  MOST_TRIES,
  movesForward,
  patienceOf,
  pauseAfter,
  STATE_ORDER,
} from "./ledger.ts";

describe("the ledger's order", () => {
  it("has every state once", () => {
    expect([...STATE_ORDER].toSorted()).toEqual([...DELIVERY_STATES].toSorted());
  });

  it("whatever the order in which things are told, and however often, the end is the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...STATE_ORDER), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (told, seed) => {
          const apply = (list: typeof told) =>
            list.reduce((state, next) => (movesForward(state, next) ? next : state));
          const shuffled = [...told, ...told].toSorted(
            (a, b) => ((a.length * 7 + seed) % 5) - ((b.length * 3 + seed) % 4) || (a < b ? 1 : -1),
          );
          expect(apply(shuffled)).toBe(apply(told));
        },
      ),
    );
  });

  it("a failure told late does not undo what was seen, and a receipt corrects a failure", () => {
    expect(movesForward("delivered", "failed")).toBe(false);
    expect(movesForward("failed", "delivered")).toBe(true);
    expect(movesForward("failed", "sent")).toBe(false);
  });
});

describe("what follows", () => {
  it("of a refusal: again, or another way", () => {
    expect(consequenceOf("slow_down")).toBe("try_again");
    expect(consequenceOf("provider_down")).toBe("try_again");
    expect(consequenceOf("no_whatsapp")).toBe("next_channel");
    expect(consequenceOf("account_stopped")).toBe("next_channel");
  });

  it("pauses grow, wait as long as was asked for, and together outlive an hour", () => {
    expect(pauseAfter(1, 0.5)).toBe(5_000);
    expect(pauseAfter(3, 0.5)).toBe(20_000);
    expect(pauseAfter(30, 0.999)).toBeLessThanOrEqual(15 * 60_000 * 1.25);
    expect(pauseAfter(1, 0, 120)).toBe(120_000);
    let whole = 0;
    for (let tries = 1; tries < MOST_TRIES; tries++) whole += pauseAfter(tries, 0);
    expect(whole).toBeGreaterThan(60 * 60_000);
  });

  it("patience is a quarter of what is left, within bounds", () => {
    const minute = 60_000;
    expect(patienceOf(60 * minute, 0)).toBe(15 * minute);
    expect(patienceOf(24 * 60 * minute, 0)).toBe(30 * minute);
    expect(patienceOf(minute, 0)).toBe(2 * minute);
  });

  it("one channel after the other", () => {
    expect(channelAfter(["whatsapp", "mail"], null)).toBe("whatsapp");
    expect(channelAfter(["whatsapp", "mail"], "whatsapp")).toBe("mail");
    expect(channelAfter(["whatsapp", "mail"], "mail")).toBe(null);
  });
});
