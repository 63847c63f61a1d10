import { appointments } from "@odys/db/schema/booking";
import type { OwnAppointments } from "@odys/shared/booking/calendar-schema";
import { and, asc, gt, inArray } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { bookedBy, selectEntries, toFacts, told } from "./feed-queries.ts";

/** More than anybody has ahead of them. */
const MOST = 100;

/** What the account has booked anywhere and is not over yet, the nearest first, each with its manage link's secret. */
export async function listOwnAppointments(ctx: UserCtx): Promise<OwnAppointments> {
  const now = ctx.clock.now();
  const rows = await readAsSystem(ctx, (db) =>
    selectEntries(
      db,
      and(
        bookedBy(db, ctx.actor),
        gt(appointments.endsAt, new Date(now)),
        inArray(appointments.status, ["held", "pending_confirmation", "confirmed"]),
        told(now),
      ),
    )
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(MOST),
  );
  return {
    items: rows.map((row) => ({
      ...toFacts(row),
      manageToken: linkToken(ctx.settings, "manage", row.id),
    })),
  };
}
