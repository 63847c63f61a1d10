import { appointments } from "@odys/db/schema/booking";
import { outboxEvents } from "@odys/db/schema/ops";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { reportOf } from "../../trpc/errors.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

describe("a guest confirms while something else happens", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 20 });
  });
  afterAll(() => app.close());

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  const startsAt = "2026-11-30T12:00:00.000Z";
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => reportOf(error).code,
    );
  const hold = (practice: Practice, row: Parameters<typeof mintAppointment>[2] = {}) =>
    mintAppointment(app, practice, {
      status: "held",
      heldUntil: new Date(app.clock.now() + 60_000),
      startsAt: new Date(startsAt),
      bookedEmail: "bia@example.com",
      ...row,
    });
  const confirm = (id: string) =>
    codeOf(
      app.anonymous().booking.confirmGuest({
        token: linkToken(app.services.settings, "confirm", id),
      }),
    );
  const statusesOf = async ({ professionalId }: Practice) =>
    (
      await app.db
        .select({ status: appointments.status })
        .from(appointments)
        .where(eq(appointments.professionalId, professionalId))
    )
      .map(({ status }) => status)
      .toSorted();

  it("twenty times at once: once, and nobody sees a fault", async () => {
    const practice = await mintPractice(app);
    const { id } = await hold(practice);
    const codes = await Promise.all(Array.from({ length: 20 }, () => confirm(id)));
    expect(new Set(codes)).toEqual(new Set(["OK"]));
    const changes = and(
      eq(outboxEvents.professionalId, practice.professionalId),
      eq(outboxEvents.type, "booking.appointment_changed"),
    );
    expect(await app.db.$count(outboxEvents, changes)).toBe(1);
  });

  it.for([1, 2, 3, 4, 5])(
    "as its hold runs out and somebody else takes the time, turn %i: one of both has it",
    async () => {
      const practice = await mintPractice(app);
      const { id } = await hold(practice);
      const { slug, serviceId } = practice;
      const wish = { slug, serviceId, startsAt, name: "Rita", phone: "+5511912340000" };
      const confirming = confirm(id);
      // The last moment of the hold passes while the confirmation is on its way.
      app.clock.advance(60_000);
      const booking = codeOf(app.anonymous().booking.book(wish));
      const codes = await Promise.all([confirming, booking]);
      app.clock.advance(-60_000);
      expect(["OK,SLOT_TAKEN", "LINK_EXPIRED,OK"]).toContain(codes.join());
      const expected =
        codes[0] === "OK" ? ["pending_confirmation"] : ["expired", "pending_confirmation"];
      expect(await statusesOf(practice)).toEqual(expected);
    },
  );

  it("ten holds of a practice that lets one wait: one is confirmed, the others stay held", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 1 } });
    const ids = [];
    for (let n = 0; n < 10; n++) {
      const at = new Date(Date.parse(startsAt) + n * 3_600_000);
      ids.push((await hold(practice, { startsAt: at, bookedEmail: `${n}@example.com` })).id);
    }
    const codes = await Promise.all(ids.map(confirm));
    expect(codes.toSorted()).toEqual([
      "OK",
      ...Array.from({ length: 9 }, () => "TOO_MANY_PENDING"),
    ]);
  });
});
