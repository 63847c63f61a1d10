import { appointments } from "@odys/db/schema/booking";
import { and, asc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem } from "../../kernel/transaction.ts";
import { planReminders } from "./plan-reminders.ts";

const DAY_MS = 86_400_000;
/** As far ahead as a reminder can be told to be sent. */
const REACH_DAYS = 15;
const PAGE = 200;

/**
 * Looks through what is confirmed for the next days and plans the reminders that are missing: all of
 * one practice after it has changed how it reminds, else those of every practice that something kept
 * from being planned. Returns how many were planned.
 */
export async function planAllReminders(
  ctx: Ctx,
  { professionalId }: { professionalId?: string } = {},
): Promise<number> {
  const now = ctx.clock.now();
  const until = new Date(now + REACH_DAYS * DAY_MS);
  let planned = 0;
  let last = { startsAt: new Date(now), id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const page = await asSystem(ctx)
      .select({ id: appointments.id, startsAt: appointments.startsAt })
      .from(appointments)
      .where(
        and(
          professionalId === undefined
            ? missing()
            : eq(appointments.professionalId, professionalId),
          eq(appointments.status, "confirmed"),
          eq(appointments.kind, "meeting"),
          lt(appointments.startsAt, until),
          or(
            gt(appointments.startsAt, last.startsAt),
            and(eq(appointments.startsAt, last.startsAt), gt(appointments.id, last.id)),
          ),
        ),
      )
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(PAGE);
    for (const { id } of page) planned += await planReminders(ctx, id);
    const end = page.at(-1);
    if (!end || page.length < PAGE) return planned;
    last = end;
  }
}

/** Nothing has ever been planned for it. */
function missing() {
  return sql`not exists (select 1 from deliveries d where d.appointment_id = ${appointments.id})`;
}
