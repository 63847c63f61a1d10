import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { appointmentFile } from "@odys/shared/booking/calendar-event";
import type { CalendarFile, GetCalendarFileInput } from "@odys/shared/booking/calendar-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { readLinkToken } from "../../kernel/links.ts";
import { readAsSystem } from "../../kernel/transaction.ts";

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
    db
      .select({
        id: appointments.id,
        sequence: appointments.sequence,
        status: appointments.status,
        startsAt: appointments.startsAt,
        endsAt: appointments.endsAt,
        zone: professionals.zone,
        serviceName: appointments.serviceName,
        place: appointments.place,
        placeDetail: appointments.placeDetail,
        professionalName: professionals.name,
        slug: professionals.slug,
        clientName: clients.name,
      })
      .from(appointments)
      .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
      .innerJoin(clients, eq(clients.id, appointments.clientId))
      .where(eq(appointments.id, id)),
  );
  if (!row) throw new DomainError("NOT_FOUND");
  const { origin } = ctx.settings;
  const facts = {
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  };
  const content = appointmentFile(facts, {
    audience: "client",
    locale: ctx.locale,
    url: `${origin}/m/${token}`,
    origin,
    mailedTo: null,
    now: ctx.clock.now(),
  });
  return { content };
}
