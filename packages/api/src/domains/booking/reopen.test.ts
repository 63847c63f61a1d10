import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintBlock, mintPractice } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.reopen", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("takes back how it went, which is no news to the client", async () => {
    bench.app.clock.set(at("15:00"));
    const { id } = await bench.mint();
    await book().markNoShow({ id });
    expect(await book().reopen({ id })).toMatchObject({ id, status: "confirmed" });
    await book().complete({ id });
    expect((await book().reopen({ id })).status).toBe("confirmed");
    expect((await book().reopen({ id })).status).toBe("confirmed");
    expect((await bench.eventsOf(id)).map(({ from, to }) => [from, to])).toEqual([
      ["confirmed", "no_show"],
      ["no_show", "confirmed"],
      ["confirmed", "completed"],
      ["completed", "confirmed"],
    ]);
  });

  it("SLOT_TAKEN with what took the time meanwhile, unless it is named", async () => {
    bench.app.clock.set(at("12:30"));
    const { id } = await bench.mint();
    await book().markNoShow({ id });
    const other = await bench.mint("12:30");
    await expect(book().reopen({ id })).rejects.toMatchObject({
      message: "SLOT_TAKEN",
      cause: { details: { overlaps: [{ id: other.id }] } },
    });
    const override = { reason: "Chegou atrasada", overlaps: [other.id] };
    expect((await book().reopen({ id, override })).overrideReason).toBe("Chegou atrasada");
  });

  it("a block that was lifted; of what was cancelled or refused nothing comes back", async () => {
    const block = await mintBlock(bench.app, bench.practice, { startsAt: new Date(at("15:00")) });
    await book().unblock({ id: block.id });
    expect((await book().reopen({ id: block.id })).status).toBe("confirmed");
    for (const status of ["cancelled", "rejected", "pending_confirmation", "expired"] as const) {
      const { id } = await bench.mint("12:00", { status });
      await expect(book().reopen({ id })).rejects.toThrow("INVALID_TRANSITION");
    }
  });

  it("NOT_FOUND for another practice", async () => {
    const { id } = await bench.mint("12:00", { status: "completed" });
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.reopen({ id })).rejects.toThrow("NOT_FOUND");
  });
});
