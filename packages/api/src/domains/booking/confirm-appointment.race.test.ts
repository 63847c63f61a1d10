import { appointments } from "@odys/db/schema/booking";
import { auditLog, outboxEvents } from "@odys/db/schema/ops";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "../../trpc/errors.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

describe("two answer one request at once", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp({ max: 50 });
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  let minute = 0;
  const next = () => new Date(Date.UTC(2026, 11, 1) + minute++ * 60 * 60_000);
  const outcome = (promise: Promise<{ status: string }>) =>
    promise.then(
      ({ status }) => status,
      (error: unknown) => reportOf(error).code,
    );
  const eventsOf = async (id: string) => {
    const rows = await app.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(sql`${outboxEvents.payload} ->> 'appointmentId'`, id))
      .orderBy(outboxEvents.id);
    return rows.map(({ payload }) => `${String(payload["from"])} → ${String(payload["to"])}`);
  };
  const statusOf = async (id: string) =>
    (await app.db.select().from(appointments).where(eq(appointments.id, id)))[0]?.status;

  it("confirm against reject: exactly one wins, and the history tells the same", async () => {
    for (let round = 0; round < 25; round++) {
      const { id } = await mintAppointment(app, practice, { startsAt: next() });
      const outcomes = await Promise.all([
        outcome(practice.caller.booking.confirm({ id })),
        outcome(practice.caller.booking.reject({ id })),
      ]);
      const status = await statusOf(id);
      expect(new Set(outcomes)).toEqual(new Set(["INVALID_TRANSITION", status]));
      expect(await eventsOf(id)).toEqual([`pending_confirmation → ${status}`]);
    }
  });

  it("confirm against the client's cancel: no step is lost, none is told twice", async () => {
    const user = await mintUser(app);
    const client = await mintClient(app, practice.professionalId, { userId: user.userId });
    const histories = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const { id } = await mintAppointment(app, practice, {
        clientId: client.id,
        startsAt: next(),
      });
      const [confirmed, cancelled] = await Promise.all([
        outcome(practice.caller.booking.confirm({ id })),
        outcome(app.as(user).booking.cancel({ id })),
      ]);
      // Cancelling is possible before and after; confirming only before.
      expect(cancelled).toBe("cancelled");
      expect(await statusOf(id)).toBe("cancelled");
      const history = (await eventsOf(id)).join(", ");
      histories.add(history);
      expect(history).toBe(
        confirmed === "confirmed"
          ? "pending_confirmation → confirmed, confirmed → cancelled"
          : "pending_confirmation → cancelled",
      );
      const trace = and(eq(auditLog.rowId, id), eq(auditLog.operation, "update"));
      expect(await app.db.$count(auditLog, trace)).toBe(history.split(",").length);
    }
    expect(histories.size).toBeGreaterThan(0);
  });

  it("confirm twenty times at once: all are told it is confirmed, the others hear of it once", async () => {
    const { id } = await mintAppointment(app, practice, { startsAt: next() });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcome(practice.caller.booking.confirm({ id }))),
    );
    expect(new Set(outcomes)).toEqual(new Set(["confirmed"]));
    expect(await eventsOf(id)).toEqual(["pending_confirmation → confirmed"]);
  });

  it("the plan's limit of clients is exact, however many are confirmed at once", async () => {
    const free = await mintPractice(app, { professional: { plan: "free" } });
    const requests = [];
    for (let n = 0; n < 16; n++)
      requests.push(await mintAppointment(app, free, { startsAt: next() }));
    const outcomes = await Promise.all(
      requests.map(({ id }) => outcome(free.caller.booking.confirm({ id }))),
    );
    expect(outcomes.toSorted()).toEqual([
      ...Array<string>(6).fill("PLAN_LIMIT_REACHED"),
      ...Array<string>(10).fill("confirmed"),
    ]);
  });
});
