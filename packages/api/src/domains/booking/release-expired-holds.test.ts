import { afterAll, beforeAll, expect, it } from "vitest";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";

let bench: LinkBench;
beforeAll(async () => {
  bench = await createLinkBench();
});
afterAll(() => bench.app.close());

it("lets go of what has run out, tells of it once, and of nothing else", async () => {
  const now = bench.app.clock.now();
  const hold = (time: string, heldUntil: number) =>
    bench.mint(time, { status: "held", heldUntil: new Date(heldUntil) });
  const [over, running] = [await hold("12:00", now), await hold("14:00", now + 1)];
  const ctx = bench.app.ctx({ type: "job", queue: "booking.release_holds" });
  await releaseExpiredHolds(ctx);
  await releaseExpiredHolds(ctx);
  expect((await bench.rowOf(over.id))?.status).toBe("expired");
  expect((await bench.rowOf(running.id))?.status).toBe("held");
  expect(await bench.eventsOf(over.id)).toMatchObject([
    { from: "held", to: "expired", by: "system" },
  ]);
  expect(await bench.eventsOf(running.id)).toEqual([]);
  const { slug, serviceId } = bench.practice;
  const { days } = await bench
    .guest()
    .listSlots({ slug, serviceId, from: "2026-11-30", to: "2026-11-30" });
  expect(days[0]?.slots[0]).toBe(at("12:00"));
});
