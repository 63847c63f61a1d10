import { appointments } from "@odys/db/schema/booking";
import { appointmentFile } from "@odys/shared/booking/calendar-event";
import type { CalendarFile, GetCalendarFileInput } from "@odys/shared/booking/calendar-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readLinkToken } from "../../kernel/links.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { selectEntries, toFacts } from "./feed-queries.ts";

/**
 * The appointment of a manage link for the client's own calendar, as it is now: a later file changes
 * the entry that an earlier one made. NOT_FOUND for a link that is none of ours.
 */
export async function getCalendarFile(
  ctx: Ctx,
  { token }: GetCalendarFileInput,
): Promise<CalendarFile> {
  const id = readLinkToken(ctx.settings, "manage", token);
  if (id === null) throw new DomainError("NOT_FOUND");
  const [row] = await readAsSystem(ctx, (db) =>
    selectEntries(db, and(eq(appointments.id, id), eq(appointments.kind, "meeting"))),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  const { origin } = ctx.settings;
  const content = appointmentFile(toFacts(row), {
    audience: "client",
    locale: ctx.locale,
    url: `${origin}/m/${token}`,
    origin,
    mailedTo: null,
    now: ctx.clock.now(),
  });
  return { content };
}
