import { connect } from "@odys/db/client";
import { startProxy } from "@odys/db/testing/proxy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintException, mintPractice } from "../../testing/fixtures.ts";
import { readDesk } from "./read-desk.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("reads practice, service, week and what is taken in one round trip", async () => {
  const practice = await mintPractice(app, {
    windows: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1_440 }],
  });
  await mintAppointment(app, practice);
  const proxy = await startProxy(app.url, { delayMs: 5 });
  const connection = connect(proxy.url, { max: 1 });
  const ctx = { ...app.ctx({ type: "anonymous" }), db: connection.db };
  const from = Date.parse("2026-11-30T00:00:00.000Z");
  const question = { slug: practice.slug, serviceId: practice.serviceId, from, until: from };
  await readDesk(ctx, question);
  proxy.reset();
  const { rules } = await readDesk(ctx, question);
  expect(proxy.counts.roundTrips).toBe(1);
  await connection.close();
  await proxy.close();

  expect(rules).toMatchObject({
    zone: "America/Sao_Paulo",
    weekly: [{ dayOfWeek: 1, startTime: "09:00", endTime: "24:00" }],
    busy: [{ start: Date.UTC(2026, 10, 30, 12), end: Date.UTC(2026, 10, 30, 12, 50) }],
    stepMinutes: 30,
    now: app.clock.now(),
  });
});

const november = { from: Date.parse("2026-11-25"), until: Date.parse("2026-12-02") };
const rulesOf = async ({ slug, serviceId }: { slug: string; serviceId: string }) =>
  (await readDesk(app.ctx({ type: "anonymous" }), { slug, serviceId, ...november })).rules;

it("has the exceptions and holidays of the range, and of no other practice", async () => {
  const practice = await mintPractice(app, { professional: { holidays: "BR" } });
  await mintException(app, practice, {
    date: "2026-11-30",
    windows: [
      [780, 1_440],
      [540, 720],
    ],
  });
  await mintException(app, practice, { date: "2026-12-01" });
  await mintException(app, practice, { date: "2027-03-01" });
  await mintException(app, await mintPractice(app), { date: "2026-11-29" });
  const { exceptions, holidays } = await rulesOf(practice);
  expect(exceptions?.toSorted((a, b) => (a.date < b.date ? -1 : 1))).toEqual([
    {
      date: "2026-11-30",
      windows: [
        { startTime: "09:00", endTime: "12:00" },
        { startTime: "13:00", endTime: "24:00" },
      ],
    },
    { date: "2026-12-01", windows: [] },
  ]);
  expect([...(holidays ?? [])]).toEqual([]);
  const wide = { from: -Infinity, until: Infinity };
  const { rules } = await readDesk(app.ctx({ type: "anonymous" }), { ...practice, ...wide });
  expect([...(rules.holidays ?? [])]).toEqual(
    expect.arrayContaining(["2026-12-25", "2027-01-01", "2027-11-20", "2028-10-12"]),
  );
});

it("a hold takes its time until it has run out", async () => {
  const practice = await mintPractice(app);
  const hold = { status: "held", startsAt: new Date("2026-11-30T12:00:00.000Z") } as const;
  await mintAppointment(app, practice, {
    ...hold,
    heldUntil: new Date("2026-11-23T12:10:00.000Z"),
  });
  expect((await rulesOf(practice)).busy).toHaveLength(1);
  app.clock.set("2026-11-23T12:10:00.000Z");
  expect((await rulesOf(practice)).busy).toEqual([]);
  app.clock.set("2026-11-23T12:00:00.000Z");
});

it("counts what there is by local date, of whole weeks, only for a cap", async () => {
  const practice = await mintPractice(app, { professional: { maxPerWeek: 3 } });
  const at = (startsAt: string, more = {}) =>
    mintAppointment(app, practice, { startsAt: new Date(startsAt), ...more });
  await at("2026-11-24T01:00:00.000Z"); // Monday, 22:00 in São Paulo
  await at("2026-11-24T15:00:00.000Z", { status: "completed" });
  await at("2026-11-24T17:00:00.000Z", { status: "confirmed" });
  await at("2026-12-06T15:00:00.000Z"); // the Sunday that ends the last week
  await at("2026-11-25T15:00:00.000Z", { status: "cancelled" });
  await at("2026-11-25T15:00:00.000Z", { status: "held", heldUntil: new Date("2026-11-23") });
  const block = { kind: "block", clientId: null, serviceId: null, status: "confirmed" };
  await at("2026-11-25T17:00:00.000Z", block);
  const { caps } = await rulesOf(practice);
  expect(caps).toEqual({
    perDay: undefined,
    perWeek: 3,
    booked: new Map([
      ["2026-11-23", 1],
      ["2026-11-24", 2],
      ["2026-12-06", 1],
    ]),
  });
  expect((await rulesOf(await mintPractice(app))).caps).toBeUndefined();
});

it("a suspended page is not there, but for its own people", async () => {
  const practice = await mintPractice(app, {
    professional: { suspendedAt: new Date("2026-11-20") },
    service: { active: false },
  });
  const { professionalId, serviceId } = practice;
  await expect(rulesOf(practice)).rejects.toThrow("NOT_FOUND");
  const own = await readDesk(app.ctx(practice.actor), { professionalId, serviceId, ...november });
  expect([own.suspendedAt, own.service.active]).toEqual([new Date("2026-11-20"), false]);
});
