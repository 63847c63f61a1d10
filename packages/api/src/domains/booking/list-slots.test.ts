import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintException, mintPractice } from "../../testing/fixtures.ts";

describe("booking.listSlots", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  const MORNING = { windows: [{ dayOfWeek: 1, startMinute: 540, endMinute: 720 }] };
  const ask = (practice: { slug: string; serviceId: string }, from: string, to = from) =>
    app.anonymous().booking.listSlots({
      slug: practice.slug,
      serviceId: practice.serviceId,
      from,
      to,
    });

  it("gives the free starts by day of the professional's zone", async () => {
    const practice = await mintPractice(app, MORNING);
    expect(await ask(practice, "2026-11-28", "2026-12-07")).toEqual({
      zone: "America/Sao_Paulo",
      durationMinutes: 50,
      days: [
        {
          date: "2026-11-30",
          slots: ["12:00", "12:30", "13:00", "13:30", "14:00"].map(
            (t) => `2026-11-30T${t}:00.000Z`,
          ),
        },
        {
          date: "2026-12-07",
          slots: ["12:00", "12:30", "13:00", "13:30", "14:00"].map(
            (t) => `2026-12-07T${t}:00.000Z`,
          ),
        },
      ],
    });
  });

  it("L5: leaves out what is taken and tells nothing of it", async () => {
    const practice = await mintPractice(app, MORNING);
    const startsAt = new Date("2026-11-30T12:30:00.000Z");
    const { id, clientId } = await mintAppointment(app, practice, { startsAt, message: "segredo" });
    const answer = await ask(practice, "2026-11-30");
    expect(answer.days).toEqual([
      {
        date: "2026-11-30",
        slots: ["2026-11-30T13:30:00.000Z", "2026-11-30T14:00:00.000Z"],
      },
    ]);
    expect(Object.keys(answer).toSorted()).toEqual(["days", "durationMinutes", "zone"]);
    for (const secret of [
      id,
      clientId,
      "12:30",
      "13:20",
      "Bia",
      "segredo",
      practice.professionalId,
    ])
      expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it("what was rejected or cancelled is free again; another practice's time is not ours", async () => {
    const practice = await mintPractice(app, MORNING);
    const whole = await ask(practice, "2026-11-30");
    for (const status of ["rejected", "cancelled"] as const)
      await mintAppointment(app, practice, { status });
    await mintAppointment(app, await mintPractice(app));
    expect(await ask(practice, "2026-11-30")).toEqual(whole);
  });

  it("an appointment from the day before that reaches in blocks, with its buffer", async () => {
    const practice = await mintPractice(app, {
      windows: [{ dayOfWeek: 1, startMinute: 0, endMinute: 180 }],
    });
    const startsAt = new Date("2026-11-29T04:00:00.000Z"); // 23 hours, to 00:00 on Monday
    const endsAt = new Date("2026-11-30T03:00:00.000Z");
    const blockedUntil = new Date("2026-11-30T04:00:00.000Z");
    await mintAppointment(app, practice, { startsAt, endsAt, blockedUntil });
    const [day] = (await ask(practice, "2026-11-30")).days;
    expect(day?.slots[0]).toBe("2026-11-30T04:00:00.000Z");
  });

  it("holidays are closed, an exception opens one, closes a day or gives it other hours", async () => {
    const windows = [1, 2, 3, 4, 5].map((dayOfWeek) => {
      return { dayOfWeek, startMinute: 540, endMinute: 600 };
    });
    const practice = await mintPractice(app, { professional: { holidays: "BR" }, windows });
    const dates = async () =>
      (await ask(practice, "2026-12-21", "2027-01-04")).days.map(({ date, slots }) => [
        date.slice(5),
        slots[0]?.slice(11, 16),
      ]);
    const weekdays = ["12-21", "12-22", "12-23", "12-24", "12-28", "12-29", "12-30", "12-31"];
    expect(await dates()).toEqual([...weekdays, "01-04"].map((date) => [date, "12:00"]));
    await mintException(app, practice, { date: "2026-12-25", windows: [[600, 660]] });
    await mintException(app, practice, { date: "2026-12-27", windows: [[1_380, 1_440]] });
    for (const day of [21, 22, 23, 24, 28, 29, 30, 31])
      await mintException(app, practice, { date: `2026-12-${day}` });
    expect(await dates()).toEqual([
      ["12-25", "13:00"],
      ["12-27", "02:00"], // 23:00 on the 27th
      ["01-04", "12:00"],
    ]);
  });

  it("a day or a week that is full by its cap offers nothing more", async () => {
    const practice = await mintPractice(app, { professional: { maxPerDay: 1, maxPerWeek: 2 } });
    const days = async () =>
      (await ask(practice, "2026-11-30", "2026-12-07")).days.map(({ date }) => date.slice(8));
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-01T12:00:00.000Z") });
    expect(await days()).toEqual(["30", "02", "03", "04", "05", "06", "07"]);
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-07T02:00:00.000Z") }); // Sunday
    expect(await days()).toEqual(["07"]);
  });

  it("NOT_FOUND while the page is suspended, for booking too", async () => {
    const practice = await mintPractice(app, { professional: { suspendedAt: new Date() } });
    const { slug, serviceId } = practice;
    const guest = app.anonymous().booking;
    const booking = { name: "Bia", phone: "+5511912345678", startsAt: "2026-11-30T12:00:00.000Z" };
    await expect(ask(practice, "2026-11-30")).rejects.toThrow("NOT_FOUND");
    await expect(guest.getPage({ slug })).rejects.toThrow("NOT_FOUND");
    await expect(guest.book({ slug, serviceId, ...booking })).rejects.toThrow("NOT_FOUND");
  });

  it("a month at its fullest stays under 4 kB on the wire", async () => {
    const practice = await mintPractice(app, {
      professional: { slotStepMinutes: 15 },
      service: { durationMinutes: 30 },
    });
    const answer = await ask(practice, "2026-12-01", "2026-12-31");
    expect(answer.days).toHaveLength(31);
    expect(gzipSync(JSON.stringify(answer)).length).toBeLessThan(4096);
  });

  it("NOT_FOUND for no page and for another practice's service; NOT_BOOKABLE once archived", async () => {
    const practice = await mintPractice(app);
    const other = await mintPractice(app, { service: { active: false } });
    const mixed = { slug: practice.slug, serviceId: other.serviceId };
    await expect(ask(mixed, "2026-11-30")).rejects.toThrow("NOT_FOUND");
    await expect(ask({ ...practice, slug: "ninguem" }, "2026-11-30")).rejects.toThrow("NOT_FOUND");
    await expect(ask(other, "2026-11-30")).rejects.toThrow("NOT_BOOKABLE");
  });

  it.for([
    ["2026-12-02", "2026-12-01"],
    ["2026-12-01", "2027-02-01"],
    ["2026-02-30", "2026-03-01"],
  ] as const)("VALIDATION_ERROR from %s to %s", async ([from, to]) => {
    await expect(ask(await mintPractice(app), from, to)).rejects.toThrow("VALIDATION_ERROR");
  });

  it("the ends of the calendar have no slots and are no fault", async () => {
    const practice = await mintPractice(app);
    for (const date of ["0000-01-01", "2026-01-01", "9999-12-31"])
      expect((await ask(practice, date)).days).toEqual([]);
  });
});
