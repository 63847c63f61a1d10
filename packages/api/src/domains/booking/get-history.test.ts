import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.getHistory", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  it("tells what happened, who did it and from when to when, in order", async () => {
    const { practice, app } = bench;
    const { appointmentId: id, manageToken } = await app.anonymous().booking.book({
      slug: practice.slug,
      serviceId: practice.serviceId,
      startsAt: at("12:00"),
      name: "Bia",
      phone: "+5511912345678",
    });
    await book().confirm({ id });
    await book().reschedule({ id, startsAt: at("12:00"), durationMinutes: 80 });
    const token = manageToken ?? "";
    await bench.guest().rescheduleByToken({ token, startsAt: at("15:00") });
    await book().confirm({ id });
    await book().reschedule({ id, startsAt: at("16:00"), durationMinutes: 30 });
    await bench.guest().cancelByToken({ token, reason: "Viagem" });
    const { items } = await book().getHistory({ id });
    expect(items.map(({ what, by, from, to, reason }) => [what, by, from, to, reason])).toEqual([
      ["requested", "guest", null, null, null],
      ["confirmed", "professional", null, null, null],
      ["stretched", "professional", at("12:50"), at("13:20"), null],
      ["moved", "link", at("12:00"), at("15:00"), null],
      ["requested", "link", null, null, null],
      ["confirmed", "professional", null, null, null],
      ["moved", "professional", at("15:00"), at("16:00"), null],
      ["stretched", "professional", at("16:20"), at("16:30"), null],
      ["cancelled", "link", null, null, "Viagem"],
    ]);
  });

  it("a client's own cancelling, and a hold that ran out by itself", async () => {
    const { practice, app } = bench;
    const user = await mintUser(app);
    const client = await mintClient(app, practice.professionalId, { userId: user.userId });
    const { id } = await bench.mint("12:00", { clientId: client.id });
    await app.as(user).booking.cancel({ id });
    expect((await book().getHistory({ id })).items.at(-1)).toMatchObject({
      what: "cancelled",
      by: "client",
    });
    const hold = await bench.mint("14:00", { status: "held", heldUntil: new Date(0) });
    const later = await bench.mint("17:00");
    await book().reschedule({ id: later.id, startsAt: at("14:00") });
    expect((await book().getHistory({ id: hold.id })).items).toMatchObject([
      { what: "held", by: "system" },
      { what: "expired", by: "system" },
    ]);
  });

  it("an override is told with its reason, and that it is one no more", async () => {
    const taken = await bench.mint("12:00");
    const { id } = await bench.mint("14:00");
    const override = { reason: "Emergência", overlaps: [taken.id] };
    await book().reschedule({ id, startsAt: at("12:30"), override });
    const what = async () => (await book().getHistory({ id })).items.map((item) => item.what);
    expect(await what()).toEqual(["booked", "moved", "overridden"]);
    expect((await book().getHistory({ id })).items.at(-1)?.reason).toBe("Emergência");
    await book().reschedule({ id, startsAt: at("16:00") });
    expect(await what()).toEqual(["booked", "moved", "overridden", "moved"]);
  });

  it("NOT_FOUND for another practice", async () => {
    const { id } = await bench.mint();
    const other = await mintPractice(bench.app);
    await expect(other.caller.booking.getHistory({ id })).rejects.toThrow("NOT_FOUND");
  });
});
