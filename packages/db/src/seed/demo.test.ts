import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appointments } from "../schema/booking.ts";
import { users } from "../schema/accounts.ts";
import { deliveries } from "../schema/messaging/deliveries.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { seedDemo } from "./demo.ts";
import { DEMO_ACCOUNTS } from "./people.ts";

const now = Date.parse("2026-11-23T12:00:00.000Z");

describe("the demo", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  it("fills an empty database once and leaves a full one alone", async () => {
    expect(await seedDemo(database.db, now)).toBe(true);
    const count = () => database.db.$count(appointments);
    const first = await count();
    expect(first).toBeGreaterThan(40);
    expect(await seedDemo(database.db, now)).toBe(false);
    expect(await count()).toBe(first);
    expect(await database.db.$count(users)).toBe(DEMO_ACCOUNTS.length);
  });

  it("has a past, requests that wait, and a day that is not empty", async () => {
    const rows = await database.db
      .select({ status: appointments.status, n: sql<number>`count(*)::int` })
      .from(appointments)
      .groupBy(appointments.status);
    const byStatus = Object.fromEntries(rows.map((row) => [row.status, row.n]));
    expect(byStatus).toMatchObject({
      completed: expect.any(Number),
      confirmed: expect.any(Number),
      pending_confirmation: expect.any(Number),
      no_show: expect.any(Number),
    });
    expect(byStatus["pending_confirmation"]).toBeLessThan(15);
  });

  it("has conversations whose counters are what they count", async () => {
    const rows = await database.sql<{ counted: number; unread: number }[]>`
      select unread_by_professional as counted,
        (select count(*)::int from messages where conversation_id = c.id and author = 'client' and read_at is null) as unread
      from conversations c`;
    expect(rows.length).toBeGreaterThan(3);
    for (const { counted, unread } of rows) expect(counted).toBe(unread);
  });

  it("has sent what was due by now, with the names of the planner, and nothing is left to a worker", async () => {
    const rows = await database.db.select().from(deliveries);
    const about = rows.filter(({ appointmentId }) => appointmentId !== null);
    expect(about.length).toBeGreaterThan(60);
    expect(about.every(({ nextAt, notBefore }) => nextAt === null && +notBefore <= now)).toBe(true);
    const states = new Set(about.map(({ state }) => state));
    for (const state of ["read", "delivered", "failed"] as const) expect(states).toContain(state);
    const [reminder] = about.filter(({ template }) => template === "reminder24h");
    const [of] = await database.db
      .select()
      .from(appointments)
      .where(eq(appointments.id, reminder?.appointmentId ?? ""));
    expect(reminder?.dedupeKey).toBe(`reminder:${of?.id}:${of?.startsAt.toISOString()}:1440`);
    const [tried] = await database.sql<{ late: number; without: number }[]>`
      select count(*) filter (where a.started_at < d.not_before)::int as late,
        (select count(*)::int from deliveries where channel is not null and template <> 'newMessageToClient'
          and not exists (select from delivery_attempts where delivery_id = deliveries.id)) as without
      from delivery_attempts a join deliveries d on d.id = a.delivery_id`;
    expect(tried).toEqual({ late: 0, without: 0 });
  });

  it("has time of her own, buffers and every service in it", async () => {
    const rows = await database.db.select().from(appointments);
    const blocks = rows.filter(({ kind }) => kind === "block");
    expect(blocks.length).toBeGreaterThan(10);
    expect(new Set(blocks.map(({ serviceName }) => serviceName)).size).toBe(3);
    expect(new Set(rows.map(({ serviceId }) => serviceId)).size).toBe(5);
    expect(rows.some(({ endsAt, blockedUntil }) => endsAt < blockedUntil)).toBe(true);
    expect(rows.some(({ paymentStatus }) => paymentStatus === "captured")).toBe(true);
  });
});
