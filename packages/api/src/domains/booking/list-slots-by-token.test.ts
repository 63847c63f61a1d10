import { services } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

const DAY = { from: "2026-11-30", to: "2026-11-30" };

describe("booking.listSlotsByToken", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());

  it("counts its own time as free, which the page does not, and no other's", async () => {
    const { token } = await bench.mint();
    await bench.mint("14:00");
    const { slug, serviceId } = bench.practice;
    const page = await bench.guest().listSlots({ slug, serviceId, ...DAY });
    const own = await bench.guest().listSlotsByToken({ token, ...DAY });
    expect(page.days[0]?.slots[0]).toBe(at("13:00"));
    expect(own.days[0]?.slots.slice(0, 4)).toEqual([
      at("12:00"),
      at("12:30"),
      at("13:00"),
      at("15:00"),
    ]);
  });

  it("is of its own length, not of what the service has now", async () => {
    const { token } = await bench.mint("12:00", {
      endsAt: new Date(at("15:00")),
      durationMinutes: 180,
      blockedUntil: new Date(at("15:00")),
    });
    const { durationMinutes, days } = await bench.guest().listSlotsByToken({ token, ...DAY });
    expect([durationMinutes, days[0]?.slots.at(-1)]).toEqual([180, at("18:00")]);
  });

  it("NOT_BOOKABLE when the service is offered no more, VALIDATION_ERROR for months at once", async () => {
    const { token } = await bench.mint();
    await expect(
      bench.guest().listSlotsByToken({ token, from: "2026-11-30", to: "2027-03-30" }),
    ).rejects.toThrow("VALIDATION_ERROR");
    await bench.app.db
      .update(services)
      .set({ active: false })
      .where(eq(services.id, bench.practice.serviceId));
    await expect(bench.guest().listSlotsByToken({ token, ...DAY })).rejects.toThrow("NOT_BOOKABLE");
  });
});
