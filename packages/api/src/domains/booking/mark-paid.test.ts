import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintPractice } from "../../testing/fixtures.ts";
import { createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.markPaid", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("notes it and takes it back, each once", async () => {
    const { id } = await bench.mint();
    for (const [paid, paymentStatus] of [
      [true, "captured"],
      [true, "captured"],
      [false, "none"],
      [false, "none"],
    ] as const)
      expect((await book().markPaid({ id, paid })).paymentStatus).toBe(paymentStatus);
    const { items } = await book().getHistory({ id });
    expect(items.map(({ what, by }) => [what, by]).slice(1)).toEqual([
      ["paid", "professional"],
      ["unpaid", "professional"],
    ]);
  });

  it("INVALID_TRANSITION where a provider has a hand in it, NOT_FOUND for another practice", async () => {
    const { id } = await bench.mint("12:00", { paymentStatus: "authorized" });
    await expect(book().markPaid({ id })).rejects.toMatchObject({
      message: "INVALID_TRANSITION",
      cause: { details: { paymentStatus: "authorized" } },
    });
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.markPaid({ id })).rejects.toThrow("NOT_FOUND");
  });
});
