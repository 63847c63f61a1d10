import { appointments } from "@odys/db/schema/booking";
import { outboxEvents } from "@odys/db/schema/ops";
import { eq, sql } from "drizzle-orm";
import { linkToken } from "../kernel/links.ts";
import { createTestApp } from "./app.ts";
import { mintAppointment, mintPractice } from "./fixtures.ts";

/** In São Paulo Monday, 9:00; the clock of the tests stands a week before. */
export const MONDAY_9 = "2026-11-30T12:00:00.000Z";
/** A time of that day, UTC. */
export const at = (time: string) => `2026-11-30T${time}:00.000Z`;

export type LinkBench = Awaited<ReturnType<typeof createLinkBench>>;

/** For the tests of links: a practice with ten minutes after each meeting, and appointments with theirs. */
export async function createLinkBench() {
  const app = await createTestApp();
  const open = (overrides: Parameters<typeof mintPractice>[1] = {}) =>
    mintPractice(app, {
      service: { noticeMinutes: 120, bufferAfterMinutes: 10, placeDetail: "https://meet.test/1" },
      ...overrides,
    });
  const bench = {
    app,
    practice: await open(),
    /** A week before again, at another practice. */
    async renew(overrides?: Parameters<typeof mintPractice>[1]) {
      app.clock.set("2026-11-23T12:00:00.000Z");
      bench.practice = await open(overrides);
    },
    guest: (headers?: Record<string, string>) => app.anonymous(headers).booking,
    tokenOf: (id: string) => linkToken(app.services.settings, "manage", id),
    /** A confirmed appointment of 50 minutes with its link; Monday at 9 unless told. */
    async mint(time = "12:00", overrides: Parameters<typeof mintAppointment>[2] = {}) {
      const startsAt = overrides.startsAt ?? new Date(at(time));
      const { id } = await mintAppointment(app, bench.practice, {
        status: "confirmed",
        startsAt,
        blockedUntil: new Date(startsAt.getTime() + 60 * 60_000),
        ...overrides,
      });
      return { id, token: bench.tokenOf(id) };
    },
    async rowOf(id: string) {
      const [row] = await app.db.select().from(appointments).where(eq(appointments.id, id));
      return row;
    },
    /** What was told of an appointment, in order. */
    async eventsOf(id: string): Promise<Record<string, unknown>[]> {
      const rows = await app.db
        .select({ type: outboxEvents.type, payload: outboxEvents.payload })
        .from(outboxEvents)
        .where(eq(sql`${outboxEvents.payload} ->> 'appointmentId'`, id))
        .orderBy(outboxEvents.id);
      return rows.map(({ type, payload }) => ({ type, ...payload }));
    },
  };
  return bench;
}
