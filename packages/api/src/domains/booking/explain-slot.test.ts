import { DAY_MS, MINUTE_MS } from "@odys/shared/kernel/calendar";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import {
  mintAppointment,
  mintClient,
  mintException,
  mintPractice,
} from "../../testing/fixtures.ts";

describe("booking.explainSlot", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp(); // Monday 2026-11-23, 09:00 in São Paulo
  });
  afterAll(() => app.close());

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  const ask = ({ caller, serviceId }: Practice, startsAt: string) =>
    caller.booking.explainSlot({ serviceId, startsAt });
  const verdictAt = async (practice: Practice, startsAt: string) =>
    (await ask(practice, startsAt)).verdict;

  it("says that a time is free, and what else is near", async () => {
    const practice = await mintPractice(app);
    expect(await ask(practice, "2026-11-30T12:00:00.000Z")).toEqual({
      zone: "America/Sao_Paulo",
      serviceName: "Sessão",
      startsAt: "2026-11-30T12:00:00.000Z",
      endsAt: "2026-11-30T12:50:00.000Z",
      date: "2026-11-30",
      verdict: { reason: "free" },
      nearest: ["12:00", "12:30", "13:00"].map((time) => `2026-11-30T${time}:00.000Z`),
    });
  });

  it("names the appointment in the way, its client and its buffer, and a block of one's own", async () => {
    const practice = await mintPractice(app, {
      service: { bufferBeforeMinutes: 10, bufferAfterMinutes: 5 },
    });
    const { id: clientId } = await mintClient(app, practice.professionalId, { name: "Caio" });
    const meeting = {
      clientId,
      startsAt: new Date("2026-11-30T13:00:00.000Z"),
      blockedUntil: new Date("2026-11-30T14:05:00.000Z"),
    };
    const { id } = await mintAppointment(app, practice, meeting);
    const caio = {
      id,
      kind: "meeting",
      status: "pending_confirmation",
      startsAt: "2026-11-30T13:00:00.000Z",
      endsAt: "2026-11-30T13:50:00.000Z",
      blockedFrom: "2026-11-30T13:00:00.000Z",
      blockedUntil: "2026-11-30T14:05:00.000Z",
      title: "Sessão",
      clientName: "Caio",
    };
    expect(await verdictAt(practice, "2026-11-30T13:30:00.000Z")).toEqual({
      reason: "busy",
      conflicts: [caio],
    });
    await mintAppointment(app, practice, {
      kind: "block",
      clientId: null,
      serviceId: null,
      serviceName: "Almoço",
      status: "confirmed",
      startsAt: new Date("2026-11-30T15:00:00.000Z"),
    });
    expect(await verdictAt(practice, "2026-11-30T14:10:00.000Z")).toMatchObject({
      reason: "off_step",
    });
    const block = { kind: "block", title: "Almoço", clientName: null };
    const buffers = { reason: "buffer", bufferBeforeMinutes: 10, bufferAfterMinutes: 5 };
    expect(await verdictAt(practice, "2026-11-30T16:00:00.000Z")).toMatchObject({ reason: "free" });
    await mintAppointment(app, practice, {
      ...meeting,
      startsAt: new Date("2026-11-30T16:52:00.000Z"),
      endsAt: new Date("2026-11-30T17:25:00.000Z"),
      blockedUntil: new Date("2026-11-30T17:25:00.000Z"),
    });
    expect(await verdictAt(practice, "2026-11-30T16:00:00.000Z")).toMatchObject({
      ...buffers,
      conflicts: [{ startsAt: "2026-11-30T16:52:00.000Z", clientName: "Caio" }],
    });
    expect(await verdictAt(practice, "2026-11-30T14:30:00.000Z")).toMatchObject({
      reason: "busy",
      conflicts: [block],
    });
  });

  it("names the holiday, the exception with its note, the hours of the day, and the caps", async () => {
    const practice = await mintPractice(app, {
      professional: { holidays: "BR", maxPerDay: 1, maxPerWeek: 2 },
    });
    await mintException(app, practice, { date: "2026-12-04", note: "Curso em Recife" });
    await mintException(app, practice, { date: "2026-12-05", windows: [[600, 720]] });
    expect(await verdictAt(practice, "2026-12-25T15:00:00.000Z")).toEqual({
      reason: "holiday",
      date: "2026-12-25",
      names: { "pt-BR": "Natal", en: "Christmas Day" },
    });
    expect(await verdictAt(practice, "2026-12-04T15:00:00.000Z")).toEqual({
      reason: "exception_closed",
      date: "2026-12-04",
      note: "Curso em Recife",
    });
    expect(await verdictAt(practice, "2026-12-05T12:00:00.000Z")).toEqual({
      reason: "outside_hours",
      date: "2026-12-05",
      source: "exception",
      windows: [{ startTime: "10:00", endTime: "12:00" }],
    });
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-01T12:00:00.000Z") });
    expect(await verdictAt(practice, "2026-12-01T15:00:00.000Z")).toMatchObject({
      reason: "day_cap",
      limit: 1,
      booked: 1,
    });
    await mintAppointment(app, practice, { startsAt: new Date("2026-12-02T12:00:00.000Z") });
    expect(await verdictAt(practice, "2026-12-03T15:00:00.000Z")).toEqual({
      reason: "week_cap",
      limit: 2,
      booked: 2,
      from: "2026-11-30",
      to: "2026-12-06",
    });
  });

  it("says until when the notice lasts, where the horizon ends, what the step is, where it would fit", async () => {
    const practice = await mintPractice(app);
    expect(await verdictAt(practice, "2026-11-23T13:30:00.000Z")).toEqual({
      reason: "too_soon",
      noticeMinutes: 120,
      earliest: "2026-11-23T14:00:00.000Z",
    });
    expect(await verdictAt(practice, "2027-03-01T15:00:00.000Z")).toEqual({
      reason: "too_far",
      horizonDays: 60,
      lastDate: "2027-01-22",
    });
    expect(await verdictAt(practice, "2026-11-30T12:10:00.000Z")).toMatchObject({
      before: "2026-11-30T12:00:00.000Z",
      after: "2026-11-30T12:30:00.000Z",
    });
    expect(await verdictAt(practice, "2026-11-30T20:30:00.000Z")).toEqual({
      reason: "straddles_window_end",
      windowEndsAt: "2026-11-30T21:00:00.000Z",
      lastStartsAt: "2026-11-30T20:00:00.000Z",
    });
  });

  it("says that the page is closed by the platform, or the service put away", async () => {
    const suspended = await mintPractice(app, { professional: { suspendedAt: new Date() } });
    const archived = await mintPractice(app, { service: { active: false } });
    expect(await ask(suspended, "2026-11-30T12:00:00.000Z")).toMatchObject({
      verdict: { reason: "page_suspended" },
      nearest: [],
    });
    expect(await ask(archived, "2026-11-30T12:00:00.000Z")).toMatchObject({
      verdict: { reason: "service_archived" },
      nearest: [],
    });
  });

  it("NOT_FOUND for another practice's service, VALIDATION_ERROR for no instant", async () => {
    const practice = await mintPractice(app);
    const { serviceId } = await mintPractice(app);
    await expect(ask({ ...practice, serviceId }, "2026-11-30T12:00:00.000Z")).rejects.toThrow(
      "NOT_FOUND",
    );
    for (const wrong of ["amanhã", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z"])
      await expect(ask(practice, wrong)).rejects.toThrow("VALIDATION_ERROR");
  });

  // Months in which clocks change, too: New York on 1 November and 14 March, London on 28 March.
  const month = fc.record({
    zone: fc.constantFrom("America/Sao_Paulo", "America/New_York", "Europe/London"),
    from: fc.constantFrom("2026-12-01", "2027-03-01"),
    slotStepMinutes: fc.constantFrom(15, 20, 60),
    maxPerDay: fc.option(fc.integer({ min: 1, max: 3 })),
    maxPerWeek: fc.option(fc.integer({ min: 2, max: 8 })),
    service: fc.record({
      durationMinutes: fc.constantFrom(15, 50, 90),
      bufferBeforeMinutes: fc.constantFrom(0, 10),
      bufferAfterMinutes: fc.constantFrom(0, 20),
      noticeMinutes: fc.constantFrom(0, 120, 20_000),
      horizonDays: fc.constantFrom(20, 125, 365),
    }),
    windows: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1, 2)), {
      minLength: 4,
      selector: String,
    }),
    exceptions: fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 0, max: 30 }),
        windows: fc.constantFrom<[number, number][]>(
          [],
          [[60, 180]],
          [
            [600, 720],
            [780, 1_440],
          ],
        ),
      }),
      { maxLength: 4, selector: ({ day }) => day },
    ),
    taken: fc.uniqueArray(
      fc.record({ day: fc.integer({ min: 0, max: 30 }), hour: fc.integer({ min: 0, max: 23 }) }),
      { maxLength: 14, selector: ({ day, hour }) => `${day} ${Math.floor(hour / 2)}` },
    ),
  });
  const SPANS = [
    [0, 240],
    [480, 735],
    [780, 1_440],
  ] as const;

  it("is free exactly where listSlots has it, at every quarter of an hour of a generated month", async () => {
    await fc.assert(
      fc.asyncProperty(
        month,
        async ({ zone, from, windows, service, exceptions, taken, ...rest }) => {
          const practice = await mintPractice(app, {
            professional: { zone, holidays: "BR", ...rest },
            service,
            windows: windows.map(([dayOfWeek, span]) => {
              const [startMinute, endMinute] = SPANS[span];
              return { dayOfWeek, startMinute, endMinute };
            }),
          });
          const first = Date.parse(from);
          for (const { day, ...exception } of exceptions) {
            const date = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
            await mintException(app, practice, { date, ...exception });
          }
          for (const { day, hour } of taken) {
            const startsAt = new Date(first + day * DAY_MS + hour * 60 * MINUTE_MS);
            const status = hour % 3 === 0 ? "confirmed" : "pending_confirmation";
            await mintAppointment(app, practice, { startsAt, status });
          }
          const { slug, serviceId, caller } = practice;
          const to = new Date(first + 30 * DAY_MS).toISOString().slice(0, 10);
          const { days } = await app.anonymous().booking.listSlots({ slug, serviceId, from, to });
          const offered = new Set(days.flatMap(({ slots }) => slots));
          const free = new Set<string>();
          const unnamed: string[] = [];
          const quarters = Array.from({ length: 31 * 96 }, (_, n) => first + n * 15 * MINUTE_MS);
          // Off the step, too: five past whatever is offered.
          const all = [
            ...quarters,
            ...[...offered].map((slot) => Date.parse(slot) + 5 * MINUTE_MS),
          ];
          for (let next = 0; next < all.length; next += 50)
            await Promise.all(
              all.slice(next, next + 50).map(async (instant) => {
                const startsAt = new Date(instant).toISOString();
                const { verdict } = await caller.booking.explainSlot({ serviceId, startsAt });
                if (verdict.reason === "free") free.add(startsAt);
                if ("conflicts" in verdict && verdict.conflicts.length === 0)
                  unnamed.push(startsAt);
              }),
            );
          for (const slot of offered)
            if (!free.has(slot)) {
              const { verdict } = await caller.booking.explainSlot({ serviceId, startsAt: slot });
              if (verdict.reason === "free") free.add(slot);
            }
          // The practice's month begins and ends some hours later or earlier than the quarters do.
          const inside = [...free].filter((at) => {
            const ms = Date.parse(at);
            return ms >= first + 14 * 3_600_000 && ms < first + 30 * DAY_MS;
          });
          expect(unnamed).toEqual([]);
          expect([...offered].filter((slot) => !free.has(slot))).toEqual([]);
          expect(inside.filter((slot) => !offered.has(slot))).toEqual([]);
        },
      ),
      { numRuns: 3 },
    );
  }, 120_000);
});
