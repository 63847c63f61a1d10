import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintException, mintPractice } from "../../testing/fixtures.ts";

describe("booking.listDays", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  const ask = (
    { slug, serviceId }: { slug: string; serviceId: string },
    more: { from: string; to?: string; zone?: string },
  ) => app.anonymous().booking.listDays({ to: more.from, ...more, slug, serviceId });

  it("counts the free slots of each day that has any", async () => {
    const practice = await mintPractice(app, {
      windows: [1, 3].map((dayOfWeek) => ({ dayOfWeek, startMinute: 540, endMinute: 720 })),
      professional: { holidays: "BR", maxPerDay: 2 },
    });
    await mintAppointment(app, practice, { startsAt: new Date("2026-11-30T12:30:00.000Z") });
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-07T12:00:00.000Z") });
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-07T14:00:00.000Z") });
    await mintException(app, practice, { date: "2026-12-09" });
    await mintException(app, practice, { date: "2026-12-25", windows: [[540, 600]] });
    expect(await ask(practice, { from: "2026-11-25", to: "2026-12-31" })).toEqual({
      zone: "America/Sao_Paulo",
      days: [
        ["2026-11-25", 5],
        ["2026-11-30", 2],
        ["2026-12-02", 5],
        ["2026-12-14", 5],
        ["2026-12-16", 5],
        ["2026-12-21", 5],
        ["2026-12-23", 5],
        ["2026-12-25", 1],
        ["2026-12-28", 5],
        ["2026-12-30", 5],
      ].map(([date, free]) => ({ date, free })),
    });
  });

  it("by the viewer's days: late in Honolulu is early the next day in London and in Apia", async () => {
    const practice = await mintPractice(app, {
      professional: { zone: "Pacific/Honolulu", slotStepMinutes: 60 },
      windows: [{ dayOfWeek: 1, startMinute: 600, endMinute: 1_440 }],
      service: { durationMinutes: 60 },
    });
    const range = { from: "2026-11-29", to: "2026-12-02" };
    const days = async (zone?: string) =>
      (await ask(practice, { ...range, ...(zone && { zone }) })).days.map(
        ({ date, free }) => `${date.slice(8)}: ${free}`,
      );
    expect(await days()).toEqual(["30: 14"]);
    expect(await days("Pacific/Honolulu")).toEqual(["30: 14"]);
    expect(await days("Europe/London")).toEqual(["30: 4", "01: 10"]); // 10:00 is 20:00 there
    expect(await days("Pacific/Apia")).toEqual(["01: 14"]);
    const ends = { from: "2026-12-01", to: "2026-12-01", zone: "Europe/London" };
    expect((await ask(practice, ends)).days).toEqual([{ date: "2026-12-01", free: 10 }]);
  });

  it("two months at their fullest are some hundred bytes", async () => {
    const practice = await mintPractice(app, { professional: { slotStepMinutes: 5 } });
    const answer = await ask(practice, { from: "2026-12-01", to: "2027-01-31" });
    expect(answer.days.length).toBeGreaterThan(50);
    expect(gzipSync(JSON.stringify(answer)).length).toBeLessThan(600);
  });

  it("NOT_FOUND, NOT_BOOKABLE, VALIDATION_ERROR", async () => {
    const practice = await mintPractice(app);
    const away = await mintPractice(app, { service: { active: false } });
    const from = "2026-12-01";
    const mixed = { slug: practice.slug, serviceId: away.serviceId };
    await expect(ask(mixed, { from })).rejects.toThrow("NOT_FOUND");
    await expect(ask(away, { from })).rejects.toThrow("NOT_BOOKABLE");
    for (const wrong of [
      { from, to: "2026-11-30" },
      { from, to: "2027-02-01" },
      { from, zone: "Mars/Base" },
      { from: "0000-01-01" },
    ])
      await expect(ask(practice, wrong)).rejects.toThrow("VALIDATION_ERROR");
    for (const date of ["0002-01-01", "9998-12-31"])
      expect((await ask(practice, { from: date, zone: "Pacific/Apia" })).days).toEqual([]);
  });
});
