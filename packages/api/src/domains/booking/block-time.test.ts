import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.blockTime", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("takes the time from everybody, and nobody is mailed", async () => {
    const block = await book().blockTime({
      title: "Almoço",
      from: at("15:00"),
      until: at("16:00"),
    });
    expect(block).toMatchObject({
      kind: "block",
      title: "Almoço",
      status: "confirmed",
      durationMinutes: 60,
      overrideReason: null,
    });
    const { slug, serviceId } = bench.practice;
    const day = { from: "2026-11-30", to: "2026-11-30" };
    const { days } = await bench.guest().listSlots({ slug, serviceId, ...day });
    // Fifty minutes and ten after them fit before it, and again at its end.
    expect(days[0]?.slots.slice(3, 6)).toEqual([at("13:30"), at("14:00"), at("16:00")]);
    expect((await book().getHistory({ id: block.id })).items).toMatchObject([
      { what: "blocked", by: "professional" },
    ]);
  });

  it("SLOT_TAKEN with all that is in the way, unless it is named", async () => {
    const [first, second] = [await bench.mint("12:00"), await bench.mint("14:00")];
    const block = (override?: { reason: string; overlaps: string[] }) =>
      book().blockTime({ title: "Curso", from: at("11:00"), until: at("20:00"), override });
    await expect(block()).rejects.toMatchObject({
      message: "SLOT_TAKEN",
      cause: { details: { overlaps: [{ id: first.id }, { id: second.id }] } },
    });
    const reason = "Aviso as duas";
    await expect(block({ reason, overlaps: [first.id] })).rejects.toThrow("SLOT_TAKEN");
    const { id, overrideReason } = await block({ reason, overlaps: [first.id, second.id] });
    expect(overrideReason).toBe(reason);
    expect((await book().getHistory({ id })).items).toMatchObject([
      { what: "blocked", reason: null },
      { what: "overridden", reason },
    ]);
  });

  it("VALIDATION_ERROR for no time, more than a fortnight, parts of minutes and years away", async () => {
    for (const [from, until] of [
      [at("15:00"), at("15:00")],
      [at("15:00"), at("14:00")],
      [at("15:00"), "2026-12-14T15:01:00.000Z"],
      [at("15:00"), "2026-11-30T15:00:30.000Z"],
      ["2030-01-01T00:00:00.000Z", "2030-01-02T00:00:00.000Z"],
    ] as const)
      await expect(book().blockTime({ title: "x", from, until })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
  });
});
