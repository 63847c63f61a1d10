import { createContext } from "@odys/api/trpc/context";
import { reportOf } from "@odys/api/trpc/errors";
import { t } from "@odys/api/trpc/init";
import { appRouter } from "@odys/api/root";
import type { Connection, Db } from "@odys/db/client";
import { professionals, users } from "@odys/db/schema/accounts";
import { availability, services } from "@odys/db/schema/booking";
import { newId } from "@odys/shared/kernel/ids";
import { benchServices } from "../http/services.ts";
import { stampede, type Stampede } from "./crowd.ts";

const DAY_MS = 86_400_000;
const createCaller = t.createCallerFactory(appRouter);

/**
 * Booking through the whole procedure: context, actor, limit, schemas, engine, transaction, events,
 * audit. With `keyed` each attempt carries an Idempotency-Key of its own: its transaction is open from
 * the start, so that all of them meet in the database and none in memory.
 */
export function odysDesk({ db, sql }: Connection, { keyed = false } = {}) {
  const api = benchServices(db);
  const caller = () =>
    createCaller(
      createContext(api, {
        headers: new Headers(keyed ? { "idempotency-key": newId() } : {}),
        ip: "192.0.2.1",
        via: "process",
      }),
    );

  /** A stampede at a practice of its own. Throws when anything came of it but one booking a slot. */
  return async function turn(slots: number, racers: number): Promise<Stampede> {
    const practice = await openPractice(db);
    const { slug, serviceId } = practice;
    const starts = await freeStarts(practice, slots);
    const result = await stampede({ slots, racers }, (slot, racer) =>
      caller()
        .booking.book({
          slug,
          serviceId,
          startsAt: starts[slot] ?? "",
          name: `Pessoa ${racer}`,
          phone: `+55119${String(10_000_000 + racer)}`,
        })
        .then(
          () => "booked",
          (error: unknown) => reportOf(error).code,
        ),
    );
    const { booked, SLOT_TAKEN: refused } = result.outcomes;
    if (booked !== slots || refused !== slots * (racers - 1))
      throw new Error(`${slots} slots: ${JSON.stringify(result.outcomes)}`);
    const overlaps = await overlapsOf(sql, practice.professionalId);
    if (overlaps !== 0) throw new Error(`${overlaps} overlaps`);
    return result;
  };

  async function freeStarts(practice: { slug: string; serviceId: string }, slots: number) {
    const date = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const { slug, serviceId } = practice;
    const { days } = await caller().booking.listSlots({
      slug,
      serviceId,
      from: date(1),
      to: date(40),
    });
    const starts = days.flatMap((day) => day.slots).slice(0, slots);
    if (starts.length < slots) throw new Error(`only ${starts.length} free slots`);
    return starts;
  }
}

/** Pairs of appointments of one professional that block the same time. */
async function overlapsOf(sql: Connection["sql"], professionalId: string): Promise<number> {
  const [row] = await sql<{ overlaps: number }[]>`
    select count(*)::int as overlaps from appointments a join appointments b
      on a.professional_id = b.professional_id and a.id < b.id
      and tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until)
    where a.professional_id = ${professionalId}`;
  return row?.overlaps ?? Number.NaN;
}

/** Deadlocks that PostgreSQL has broken in this database so far. */
export async function deadlocksOf(sql: Connection["sql"]): Promise<number> {
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks ?? Number.NaN;
}

/** Half-hours from 9 to 18 every day, confirmed by hand, on a plan without limits: every cap is asked. */
async function openPractice(db: Db) {
  const [userId, professionalId, serviceId] = [newId(), newId(), newId()];
  const slug = `p-${professionalId}`;
  await db.insert(users).values({ id: userId, email: `${userId}@odys.test`, name: "Ana" });
  await db.insert(professionals).values({
    id: professionalId,
    userId,
    slug,
    name: "Ana",
    profession: "psychologist",
    phone: "+5511987654321",
    zone: "America/Sao_Paulo",
    plan: "basic",
    maxPending: 100_000,
  });
  await db.insert(services).values({
    id: serviceId,
    professionalId,
    name: "Sessão",
    durationMinutes: 30,
    priceAmount: 12_000,
    noticeMinutes: 0,
  });
  await db.insert(availability).values(
    [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
      id: newId(),
      professionalId,
      dayOfWeek,
      startMinute: 540,
      endMinute: 1080,
    })),
  );
  return { professionalId, serviceId, slug };
}
