import { appointments } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintBlock, mintPractice } from "../../testing/fixtures.ts";
import { reportOf } from "../../trpc/errors.ts";
import { confirmHold } from "./confirm-hold.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";

const ROUNDS = 12;
const HOUR = 3_600_000;

describe("two change one agenda at once", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  let round = 0;
  beforeAll(async () => {
    app = await createTestApp({ max: 40 });
    await Promise.all(Array.from({ length: 40 }, () => app.sql`select pg_sleep(0.1)`));
  });
  beforeEach(async () => {
    practice = await mintPractice(app, { professional: { maxPending: 1_000 } });
    round = 0;
  });
  afterAll(() => app.close());

  /** Every round has a day of its own, from 9:00 in São Paulo on. */
  const hour = (n: number) => new Date(Date.UTC(2026, 11, 1 + round, 12) + n * HOUR);
  const mint = async (n: number, overrides: Parameters<typeof mintAppointment>[2] = {}) => {
    const { id } = await mintAppointment(app, practice, {
      status: "confirmed",
      startsAt: hour(n),
      ...overrides,
    });
    return { id, token: linkToken(app.services.settings, "manage", id) };
  };
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => reportOf(error).code,
    );
  let guests = 0;
  /** With a key, so that nobody waits in memory: they meet in the database. */
  const book = (n: number) => {
    const guest = guests++;
    return app.anonymous({ "idempotency-key": `life-race-${guest}` }).booking.book({
      slug: practice.slug,
      serviceId: practice.serviceId,
      startsAt: hour(n).toISOString(),
      name: "Bia",
      phone: `+55119${10_000_000 + guest}`,
    });
  };
  const move = (id: string, n: number) =>
    practice.caller.booking.reschedule({ id, startsAt: hour(n).toISOString() });
  const statusOf = async (id: string) =>
    (await app.db.select().from(appointments).where(eq(appointments.id, id)))[0]?.status;
  async function overlaps(): Promise<number | undefined> {
    const [row] = await app.sql<{ n: number }[]>`
      select count(*)::int as n from appointments a join appointments b
        on a.professional_id = b.professional_id and a.id < b.id
        and tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until)
      where a.professional_id = ${practice.professionalId}
        and a.status in ('pending_confirmation', 'confirmed', 'completed', 'held')
        and b.status in ('pending_confirmation', 'confirmed', 'completed', 'held')`;
    return row?.n;
  }
  /** Runs a race in many rounds; each has as many winners as it should, and nothing overlaps after. */
  async function expectWinners(
    winners: number,
    refusals: string[],
    start: () => Promise<Promise<unknown>[]>,
  ) {
    for (round = 0; round < ROUNDS; round++) {
      const codes = await Promise.all((await start()).map(codeOf));
      const refused = codes.filter((code) => code !== "OK");
      expect([codes.length - refused.length, round]).toEqual([winners, round]);
      for (const code of refused) expect(refusals).toContain(code);
    }
    expect(await overlaps()).toBe(0);
  }

  it("eight are moved into one slot: one is", async () => {
    await expectWinners(1, ["SLOT_TAKEN"], async () => {
      const rows = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((n) => mint(n)));
      return rows.map(({ id }) => move(id, 8));
    });
  });

  it("moved against booked, by the professional and by the link: one has the slot", async () => {
    await expectWinners(1, ["SLOT_TAKEN"], async () => {
      const [own, linked] = [await mint(0), await mint(1)];
      const { token } = linked;
      return [
        book(5),
        move(own.id, 5),
        book(5),
        app.anonymous().booking.rescheduleByToken({ token, startsAt: hour(5).toISOString() }),
        book(5),
      ];
    });
  });

  it("A to B's place while B goes to A's: nobody waits for the other for ever", async () => {
    await expectWinners(0, ["SLOT_TAKEN"], async () => {
      const [a, b] = [await mint(0), await mint(1)];
      return [move(a.id, 1), move(b.id, 0)];
    });
  });

  it("a hold that ran out: paid, released or booked by another, one of them", async () => {
    for (round = 0; round < ROUNDS; round++) {
      const hold = await mint(0, { status: "held", heldUntil: new Date(app.clock.now()) });
      const job = app.ctx({ type: "job", queue: "test" });
      const { professionalId } = practice;
      const [paid, booked] = await Promise.all([
        codeOf(confirmHold(job, { id: hold.id, professionalId, to: "confirmed" })),
        codeOf(book(0)),
        round % 2 === 0 ? codeOf(releaseExpiredHolds(job)) : "OK",
      ]);
      const status = await statusOf(hold.id);
      expect([paid, status]).toEqual(
        paid === "OK" ? ["OK", "confirmed"] : ["SLOT_TAKEN", "expired"],
      );
      expect(booked).toBe(paid === "OK" ? "SLOT_TAKEN" : "OK");
    }
    expect(await overlaps()).toBe(0);
  });

  it("both sides cancel: it is cancelled once, by one of them", async () => {
    await expectWinners(2, [], async () => {
      const { id, token } = await mint(0);
      return [
        practice.caller.booking.cancel({ id, reason: "Imprevisto" }),
        app.anonymous().booking.cancelByToken({ token }),
      ];
    });
    const rows = await app.sql<{ n: number }[]>`
      select count(*)::int as n from outbox_events
      where professional_id = ${practice.professionalId} and type = 'booking.appointment_changed'`;
    expect(rows[0]?.n).toBe(ROUNDS);
  });

  it("the guest cancels while the professional confirms: it ends cancelled, whoever was first", async () => {
    for (round = 0; round < ROUNDS; round++) {
      const { id, token } = await mint(0, { status: "pending_confirmation" });
      const [cancelled, confirmed] = await Promise.all([
        codeOf(app.anonymous().booking.cancelByToken({ token })),
        codeOf(practice.caller.booking.confirm({ id })),
      ]);
      expect([cancelled, await statusOf(id)]).toEqual(["OK", "cancelled"]);
      expect(["OK", "INVALID_TRANSITION"]).toContain(confirmed);
    }
  });

  it("an override against guests: nobody is booked over one unawares", async () => {
    for (round = 0; round < ROUNDS; round++) {
      const [taken, other] = [await mint(0), await mint(4)];
      const startsAt = new Date(hour(0).getTime() + HOUR / 2).toISOString();
      const override = { reason: "Emergência", overlaps: [taken.id] };
      // It reaches into the next hour, which the guests want.
      const [named, ...booked] = await Promise.all([
        codeOf(practice.caller.booking.reschedule({ id: other.id, startsAt, override })),
        ...Array.from({ length: 6 }, () => codeOf(book(1))),
      ]);
      const won = [named, ...booked].filter((code) => code === "OK");
      expect([won.length, round]).toEqual([1, round]);
      for (const code of [named, ...booked]) expect(["OK", "SLOT_TAKEN"]).toContain(code);
    }
  });

  it("a block is taken back while the time is booked: one of them", async () => {
    await expectWinners(1, ["SLOT_TAKEN"], async () => {
      const { id } = await mintBlock(app, practice, { startsAt: hour(0), status: "cancelled" });
      return [practice.caller.booking.reopen({ id }), book(0), book(0)];
    });
  });

  it("and in all of this PostgreSQL had to break no deadlock", async () => {
    // Backends hand in what they counted when they rest for a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const rows = await app.sql<{ deadlocks: string }[]>`
      select deadlocks from pg_stat_database where datname = current_database()`;
    expect(Number(rows[0]?.deadlocks)).toBe(0);
  });
});
