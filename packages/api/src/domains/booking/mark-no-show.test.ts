import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintPractice } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.markNoShow", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("from its start on, and twice is no error", async () => {
    const { id } = await bench.mint();
    await expect(book().markNoShow({ id })).rejects.toMatchObject({
      message: "NOT_BEGUN",
      cause: { details: { startsAt: at("12:00") } },
    });
    bench.app.clock.set(at("12:00"));
    expect((await book().markNoShow({ id })).status).toBe("no_show");
    expect((await book().markNoShow({ id })).status).toBe("no_show");
    expect(await bench.eventsOf(id)).toMatchObject([
      { from: "confirmed", to: "no_show", by: "professional" },
    ]);
  });

  it("INVALID_TRANSITION for what nobody agreed to, or went otherwise", async () => {
    bench.app.clock.set(at("18:00"));
    const request = await bench.mint("12:00", { status: "pending_confirmation" });
    await expect(book().markNoShow({ id: request.id })).rejects.toThrow("INVALID_TRANSITION");
    const { id } = await bench.mint("14:00");
    await book().complete({ id });
    await expect(book().markNoShow({ id })).rejects.toThrow("INVALID_TRANSITION");
  });

  it("NOT_FOUND for another practice", async () => {
    bench.app.clock.set(at("18:00"));
    const { id } = await bench.mint();
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.markNoShow({ id })).rejects.toThrow("NOT_FOUND");
  });
});
