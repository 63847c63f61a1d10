import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintBlock, mintPractice } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.unblock", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("frees the time at once, and twice is no error", async () => {
    const { id } = await mintBlock(bench.app, bench.practice, { startsAt: new Date(at("15:00")) });
    expect((await book().unblock({ id })).status).toBe("cancelled");
    expect((await book().unblock({ id })).status).toBe("cancelled");
    await bench.mint("15:00");
    expect((await book().getHistory({ id })).items.map(({ what }) => what)).toEqual([
      "blocked",
      "unblocked",
    ]);
  });

  it("NOT_FOUND for a meeting and for another practice", async () => {
    const { id } = await bench.mint();
    await expect(book().unblock({ id })).rejects.toThrow("NOT_FOUND");
    const block = await mintBlock(bench.app, bench.practice, { startsAt: new Date(at("15:00")) });
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.unblock({ id: block.id })).rejects.toThrow("NOT_FOUND");
  });
});
