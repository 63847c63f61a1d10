import { appointments, availabilityExceptions } from "@odys/db/schema/booking";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import {
  mintAppointment,
  mintClient,
  mintException,
  mintPractice,
} from "../../testing/fixtures.ts";

const at = (text: string) => new Date(`${text}:00.000Z`);

describe("booking.listAgenda", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  /** Time of the professional's own, with neither client nor service. */
  async function block(professionalId: string, startsAt: Date, endsAt: Date) {
    const range = { startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt };
    const id = newId();
    await app.db.insert(appointments).values({
      id,
      professionalId,
      kind: "block",
      status: "confirmed",
      ...range,
      serviceName: "Férias",
      durationMinutes: 60,
      priceAmount: 0,
      currency: "BRL",
      place: "in_person",
      source: "professional",
    });
    return id;
  }

  it("hours as the week, an exception or a holiday has them", async () => {
    const practice = await mintPractice(app, { professional: { holidays: "BR" } });
    await mintException(app, practice, { date: "2026-12-24", windows: [[540, 720]] });
    const range = { from: "2026-12-24", to: "2026-12-26" };
    const { days } = await practice.caller.booking.listAgenda(range);
    expect(days.map(({ source, hours }) => [source, hours.length && hours[0]?.endsAt])).toEqual([
      ["exception", "2026-12-24T15:00:00.000Z"],
      ["holiday", 0],
      ["weekly", "2026-12-26T21:00:00.000Z"],
    ]);
  });

  it("a meeting as the calendar draws it, with its buffers and nothing of how to reach the client", async () => {
    const practice = await mintPractice(app, { service: { color: "rose" } });
    const { id: clientId } = await mintClient(app, practice.professionalId, { name: "Bia Lima" });
    const { id } = await mintAppointment(app, practice, {
      clientId,
      status: "confirmed",
      paymentStatus: "captured",
      startsAt: at("2026-12-01T12:00"),
      endsAt: at("2026-12-01T12:50"),
      blockedFrom: at("2026-12-01T11:55"),
      blockedUntil: at("2026-12-01T13:00"),
    });
    const agenda = await practice.caller.booking.listAgenda({
      from: "2026-12-01",
      to: "2026-12-01",
    });
    expect(agenda).toEqual({
      zone: "America/Sao_Paulo",
      slotStepMinutes: 30,
      days: [
        {
          date: "2026-12-01",
          startsAt: "2026-12-01T03:00:00.000Z",
          endsAt: "2026-12-02T03:00:00.000Z",
          hours: [{ startsAt: "2026-12-01T12:00:00.000Z", endsAt: "2026-12-01T21:00:00.000Z" }],
          source: "weekly",
          note: "",
        },
      ],
      items: [
        {
          id,
          kind: "meeting",
          status: "confirmed",
          paymentStatus: "captured",
          startsAt: "2026-12-01T12:00:00.000Z",
          endsAt: "2026-12-01T12:50:00.000Z",
          blockedFrom: "2026-12-01T11:55:00.000Z",
          blockedUntil: "2026-12-01T13:00:00.000Z",
          overrides: false,
          title: "Sessão",
          price: { amount: 12_000, currency: "BRL" },
          serviceId: practice.serviceId,
          color: "rose",
          client: { id: clientId, name: "Bia Lima" },
        },
      ],
    });
  });

  it("whatever reaches into the range, the practice's own only, by start", async () => {
    const practice = await mintPractice(app);
    const mint = (from: string, until: string, blockedFrom = from, blockedUntil = until) =>
      mintAppointment(app, practice, {
        startsAt: at(from),
        endsAt: at(until),
        blockedFrom: at(blockedFrom),
        blockedUntil: at(blockedUntil),
      }).then(({ id }) => id);
    const before = await mint("2026-12-01T01:00", "2026-12-01T02:00");
    const intoIt = await mint("2026-12-01T02:00", "2026-12-01T03:30");
    const within = await mint("2026-12-01T12:00", "2026-12-01T13:00");
    const buffer = await mint("2026-12-02T03:00", "2026-12-02T04:00", "2026-12-02T02:45");
    const after = await mint("2026-12-02T05:00", "2026-12-02T06:00");
    const away = await block(
      practice.professionalId,
      at("2026-11-20T12:00"),
      at("2026-11-25T12:00"),
    );
    const other = await mintPractice(app);
    await mintAppointment(app, other, { startsAt: at("2026-12-01T12:00") });
    const idsOf = async (from: string, to: string) =>
      (await practice.caller.booking.listAgenda({ from, to })).items.map(({ id }) => id);
    expect(await idsOf("2026-12-01", "2026-12-01")).toEqual([intoIt, within, buffer]);
    expect(await idsOf("2026-11-30", "2026-12-02")).toEqual([
      before,
      intoIt,
      within,
      buffer,
      after,
    ]);
    expect(await idsOf("2026-11-24", "2026-11-24")).toEqual([away]);
    const [item] = (
      await practice.caller.booking.listAgenda({ from: "2026-11-24", to: "2026-11-24" })
    ).items;
    expect(item).toMatchObject({ kind: "block", title: "Férias", client: null, serviceId: null });
  });

  it("what was cancelled only when asked for; a hold while it holds", async () => {
    const practice = await mintPractice(app);
    const mint = (hour: number, row: Partial<typeof appointments.$inferInsert>) =>
      mintAppointment(app, practice, { startsAt: at(`2026-12-01T${hour}:00`), ...row });
    await mint(10, { status: "cancelled" });
    await mint(11, { status: "rejected" });
    await mint(12, { status: "no_show" });
    await mint(13, { status: "completed" });
    await mint(14, { status: "held", heldUntil: new Date(app.clock.now() + 60_000) });
    await mint(15, { status: "held", heldUntil: new Date(app.clock.now() - 60_000) });
    await mint(16, { status: "expired" });
    const range = { from: "2026-12-01", to: "2026-12-01" };
    const statuses = async (cancelled?: boolean) =>
      (await practice.caller.booking.listAgenda({ ...range, cancelled })).items.map(
        ({ status }) => status,
      );
    expect(await statuses()).toEqual(["no_show", "completed", "held"]);
    expect(await statuses(true)).toEqual(["cancelled", "rejected", "no_show", "completed", "held"]);
  });

  it("days of 23 and 25 hours, and working hours on them", async () => {
    const practice = await mintPractice(app, { professional: { zone: "America/New_York" } });
    const dayOf = async (date: string) =>
      (await practice.caller.booking.listAgenda({ from: date, to: date })).days[0];
    expect(await dayOf("2026-03-08")).toMatchObject({
      startsAt: "2026-03-08T05:00:00.000Z",
      endsAt: "2026-03-09T04:00:00.000Z",
      hours: [{ startsAt: "2026-03-08T13:00:00.000Z", endsAt: "2026-03-08T22:00:00.000Z" }],
    });
    expect(await dayOf("2026-11-01")).toMatchObject({
      startsAt: "2026-11-01T04:00:00.000Z",
      endsAt: "2026-11-02T05:00:00.000Z",
      hours: [{ startsAt: "2026-11-01T14:00:00.000Z", endsAt: "2026-11-01T23:00:00.000Z" }],
    });
  });

  it("exceptions and holidays say what they are called and open or close their day", async () => {
    const practice = await mintPractice(app, { professional: { holidays: "BR" } });
    const { professionalId } = practice;
    await app.db.insert(availabilityExceptions).values([
      { id: newId(), professionalId, date: "2026-12-24", windows: "{[540,720)}", note: "Véspera" },
      { id: newId(), professionalId, date: "2026-12-26", windows: "{}", note: "" },
    ]);
    const range = { from: "2026-12-24", to: "2026-12-26" };
    const { days } = await practice.caller.booking.listAgenda(range);
    expect(days.map(({ source, note, hours }) => [source, note, hours.length])).toEqual([
      ["exception", "Véspera", 1],
      ["holiday", "Natal", 0],
      ["exception", "", 0],
    ]);
    const english = app.as(practice.actor, { cookie: "odys_locale=en" });
    expect((await english.booking.listAgenda(range)).days[1]?.note).toBe("Christmas Day");
  });

  it("at most 42 days, in order, that the calendar has", async () => {
    const { caller } = await mintPractice(app);
    const days = async (from: string, to: string) =>
      (await caller.booking.listAgenda({ from, to })).days.length;
    expect(await days("2026-11-01", "2026-12-12")).toBe(42);
    for (const [from, to] of [
      ["2026-11-01", "2026-12-13"],
      ["2026-11-02", "2026-11-01"],
      ["2026-02-30", "2026-03-01"],
      ["0000-01-01", "0000-01-02"],
      ["9999-12-31", "9999-12-31"],
    ] as const)
      await expect(days(from, to)).rejects.toThrow("VALIDATION_ERROR");
  });
});
