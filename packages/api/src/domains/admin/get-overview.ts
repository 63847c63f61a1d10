import { professionals, users } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { rateLimitHits } from "@odys/db/schema/ops";
import type { Overview } from "@odys/shared/admin/ops-schema";
import { BLOCKING_STATUSES } from "@odys/shared/booking/status";
import { and, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { listQueues } from "./list-queues.ts";
import { asAdmin, firstIdSince } from "./queries.ts";

const DAY_MS = 86_400_000;

/** The numbers that say at a glance whether all is well. "Today" is the last 24 hours. */
export async function getOverview(ctx: UserCtx): Promise<Overview> {
  const now = ctx.clock.now();
  const since = (days: number) => firstIdSince(now - days * DAY_MS);
  const meeting = eq(appointments.kind, "meeting");
  const [queues, figures] = await Promise.all([
    listQueues(ctx),
    asAdmin(ctx, async (tx) => {
      const [practices, suspended, newPractices, people, newPeople, day, week, next, [hits]] =
        await Promise.all([
          tx.$count(professionals),
          tx.$count(professionals, isNotNull(professionals.suspendedAt)),
          tx.$count(professionals, gte(professionals.id, since(7))),
          tx.$count(users),
          tx.$count(users, gte(users.id, since(7))),
          tx.$count(appointments, and(meeting, gte(appointments.id, since(1)))),
          tx.$count(appointments, and(meeting, gte(appointments.id, since(7)))),
          tx.$count(
            appointments,
            and(
              meeting,
              inArray(appointments.status, BLOCKING_STATUSES),
              gte(appointments.startsAt, new Date(now)),
              lt(appointments.startsAt, new Date(now + DAY_MS)),
            ),
          ),
          tx
            .select({ hits: sql<number>`coalesce(sum(${rateLimitHits.hits}), 0)::int` })
            .from(rateLimitHits)
            .where(gte(rateLimitHits.hour, new Date(now - DAY_MS))),
        ]);
      return {
        practices: { total: practices, suspended, new7Days: newPractices },
        people: { total: people, new7Days: newPeople },
        appointments: { bookedToday: day, booked7Days: week, next24Hours: next },
        hits24Hours: hits?.hits ?? 0,
      };
    }),
  ]);
  const waiting = [queues.events.oldestAt, ...queues.items.map(({ oldestAt }) => oldestAt)];
  return {
    ...figures,
    deadLetters: queues.items.reduce((sum, { dead }) => sum + dead, 0),
    retrying: queues.items.reduce((sum, { retrying }) => sum + retrying, 0),
    oldestWaitingAt: waiting.filter((at) => at !== null).toSorted()[0] ?? null,
    now: new Date(now).toISOString(),
  };
}
