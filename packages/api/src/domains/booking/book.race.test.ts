import { connect } from "@odys/db/client";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "../../trpc/errors.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const MONDAY_9 = Date.parse("2026-11-30T12:00:00.000Z"); // in São Paulo
const MINUTE = 60_000;

describe("many book at once", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 50 });
    // Connections are opened as they are needed; racers are to meet in the database, not before it.
    await Promise.all(Array.from({ length: 50 }, () => app.sql`select pg_sleep(0.1)`));
  });
  afterAll(() => app.close());

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  type Attempt = {
    at: number;
    guest: number;
    serviceId?: string;
    headers?: Record<string, string>;
    app?: TestApp | undefined;
  };
  /** Other processes: the same database, each with connections of its own. */
  const others: { close: () => Promise<void> }[] = [];
  afterAll(() => Promise.all(others.map((other) => other.close())));
  const moreProcesses = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const connection = connect(app.url, { max: 10 });
        const process = await createTestApp({ db: connection.db });
        others.push(connection, process);
        await Promise.all(Array.from({ length: 10 }, () => connection.sql`select pg_sleep(0.1)`));
        return process;
      }),
    );
  const book = ({ slug, serviceId }: Practice, attempt: Attempt) =>
    (attempt.app ?? app).anonymous(attempt.headers).booking.book({
      slug,
      serviceId: attempt.serviceId ?? serviceId,
      startsAt: new Date(attempt.at).toISOString(),
      name: `Pessoa ${attempt.guest}`,
      phone: `+55119${String(10_000_000 + attempt.guest)}`,
    });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => reportOf(error).code,
    );
  async function tally(outcomes: Promise<unknown>[]) {
    const counts: Record<string, number> = {};
    for (const code of await Promise.all(outcomes.map(codeOf)))
      counts[code] = (counts[code] ?? 0) + 1;
    return counts;
  }
  const countOf = ({ professionalId }: Practice) =>
    app.db.$count(appointments, eq(appointments.professionalId, professionalId));
  const eventsOf = ({ professionalId }: Practice) =>
    app.db.$count(outboxEvents, eq(outboxEvents.professionalId, professionalId));
  async function overlapsOf({ professionalId }: Practice) {
    const [row] = await app.sql<{ overlaps: number }[]>`
      select count(*)::int as overlaps from appointments a join appointments b
        on a.professional_id = b.professional_id and a.id < b.id
        and tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until)
      where a.professional_id = ${professionalId}
        and a.status in ('pending_confirmation', 'confirmed', 'completed')
        and b.status in ('pending_confirmation', 'confirmed', 'completed')`;
    return row?.overlaps;
  }

  // In one process racers for a slot wait in memory for the first of them. With a key each is in a
  // transaction from the start, and they all meet in the database; as those of several processes do.
  it.for(["in memory", "in the database", "from five processes"] as const)(
    "200 want one slot, meeting %s: one has it, 199 hear SLOT_TAKEN with alternatives that are free",
    async (where) => {
      const practice = await mintPractice(app);
      const processes = where === "from five processes" ? await moreProcesses(5) : [];
      const attempts = Array.from({ length: 200 }, (_, guest) =>
        book(practice, {
          at: MONDAY_9,
          guest,
          headers: where === "in the database" ? { "idempotency-key": `key-${guest}-0001` } : {},
          app: processes[guest % processes.length],
        }),
      );
      const reports = (await Promise.allSettled(attempts)).flatMap((outcome) =>
        outcome.status === "rejected" ? [reportOf(outcome.reason)] : [],
      );
      const alternatives = ["13:00", "13:30", "14:00"].map((t) => `2026-11-30T${t}:00.000Z`);
      const refused = { code: "SLOT_TAKEN", http: 409, details: { alternatives } };
      expect(reports).toEqual(Array.from({ length: 199 }, () => refused));
      expect(await tally(attempts)).toEqual({ OK: 1, SLOT_TAKEN: 199 });
      expect([await countOf(practice), await eventsOf(practice)]).toEqual([1, 1]);
      // Who did not get it has left nothing, not even a name.
      const own = eq(clients.professionalId, practice.professionalId);
      expect(await app.db.$count(clients, own)).toBe(1);
    },
  );

  it("one guest in 40 windows at once books 40 meetings as one client", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 100 } });
    const attempts = Array.from({ length: 40 }, (_, n) =>
      book(practice, { at: MONDAY_9 + n * 24 * 60 * MINUTE, guest: 1 }),
    );
    expect(await tally(attempts)).toEqual({ OK: 40 });
    const own = eq(clients.professionalId, practice.professionalId);
    expect(await app.db.$count(clients, own)).toBe(1);
  });

  it.for([1, 2, 3, 4, 5, 6])(
    "slots that overlap in every way, seed %i: a set without overlap, and nobody sees a fault",
    async (seed) => {
      const random = randomOf(seed);
      const practice = await mintPractice(app, {
        professional: { maxPending: 10_000, slotStepMinutes: 5 },
      });
      const kinds = [practice.serviceId];
      for (const [durationMinutes, before, after] of [
        [15, 0, 0],
        [30, 10, 0],
        [45, 0, 15],
        [90, 5, 20],
      ] as const) {
        const id = newId();
        await app.db.insert(services).values({
          id,
          professionalId: practice.professionalId,
          name: `${durationMinutes}`,
          durationMinutes,
          bufferBeforeMinutes: before,
          bufferAfterMinutes: after,
          priceAmount: 0,
        });
        kinds.push(id);
      }
      const attempts = Array.from({ length: 150 }, () =>
        book(practice, {
          at: MONDAY_9 + random(80) * 5 * MINUTE,
          // Few guests, so that they meet at the clients' rows as well.
          guest: random(12),
          serviceId: kinds[random(kinds.length)],
          // Those with a key meet in the database also for the same slot.
          headers: random(2) === 0 ? { "idempotency-key": newId() } : {},
        }),
      );
      const { OK = 0, ...refused } = await tally(attempts);
      expect(OK).toBeGreaterThan(2);
      expect(Object.keys(refused)).toEqual(["SLOT_TAKEN"]);
      expect(await overlapsOf(practice)).toBe(0);
      expect([await countOf(practice), await eventsOf(practice)]).toEqual([OK, OK]);
    },
  );

  it("H4: the cap is exact, whichever slots they want", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 7 } });
    const attempts = Array.from({ length: 50 }, (_, n) =>
      book(practice, { at: MONDAY_9 + n * 24 * 60 * MINUTE, guest: n }),
    );
    const { OK, ...refused } = await tally(attempts);
    expect(OK).toBe(7);
    expect(Object.keys(refused)).toEqual(["TOO_MANY_PENDING"]);
    expect(await countOf(practice)).toBe(7);
  });

  it("the limits of the plan are exact", async () => {
    const practice = await mintPractice(app, {
      professional: { plan: "free", maxPending: 1_000 },
    });
    // Twenty appointments in a month: of 28 days in December, each wanted by somebody else.
    const fresh = Array.from({ length: 28 }, (_, n) =>
      book(practice, { at: Date.UTC(2026, 11, 1, 12) + n * 24 * 60 * MINUTE, guest: n }),
    );
    expect(await tally(fresh)).toEqual({ OK: 20, PLAN_LIMIT_REACHED: 8 });
    expect(await countOf(practice)).toBe(20);

    const told = await app.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(
        sql`${outboxEvents.professionalId} = ${practice.professionalId} and ${outboxEvents.type} = 'booking.plan_limit_hit'`,
      );
    expect(told).toHaveLength(1);
  });

  it("the same Idempotency-Key twenty times: one appointment and twenty equal answers", async () => {
    const practice = await mintPractice(app);
    const headers = { "idempotency-key": "race-key-0001" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => book(practice, { at: MONDAY_9, guest: 1, headers })),
    );
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect([await countOf(practice), await eventsOf(practice)]).toEqual([1, 1]);
  });

  it("more with a key at once than there are connections: all are answered", async () => {
    const practice = await mintPractice(app);
    const attempts = Array.from({ length: 120 }, (_, guest) =>
      book(practice, {
        at: MONDAY_9,
        guest,
        headers: { "idempotency-key": `race-key-1${guest}` },
      }),
    );
    expect(await tally(attempts)).toEqual({ OK: 1, SLOT_TAKEN: 119 });
  });
});

/** Integers below `n`, the same for the same seed (mulberry32). */
function randomOf(seed: number): (n: number) => number {
  let state = seed * 0x9e3779b9;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}
