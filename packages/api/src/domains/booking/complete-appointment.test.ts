import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintPractice } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.complete", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("from its start on, and twice is no error", async () => {
    const { id } = await bench.mint();
    await expect(book().complete({ id })).rejects.toMatchObject({
      message: "NOT_BEGUN",
      cause: { details: { startsAt: at("12:00") } },
    });
    bench.app.clock.set(at("12:00"));
    expect((await book().complete({ id })).status).toBe("completed");
    expect((await book().complete({ id })).status).toBe("completed");
    expect(await bench.eventsOf(id)).toMatchObject([
      { from: "confirmed", to: "completed", by: "professional" },
    ]);
  });

  it("INVALID_TRANSITION for what nobody agreed to, or went otherwise", async () => {
    bench.app.clock.set(at("18:00"));
    const request = await bench.mint("12:00", { status: "pending_confirmation" });
    await expect(book().complete({ id: request.id })).rejects.toThrow("INVALID_TRANSITION");
    const { id } = await bench.mint("14:00");
    await book().markNoShow({ id });
    await expect(book().complete({ id })).rejects.toThrow("INVALID_TRANSITION");
  });

  it("NOT_FOUND for another practice", async () => {
    bench.app.clock.set(at("18:00"));
    const { id } = await bench.mint();
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.complete({ id })).rejects.toThrow("NOT_FOUND");
  });
});
