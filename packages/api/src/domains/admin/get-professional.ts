import { professionals, users } from "@odys/db/schema/accounts";
import { appointments, services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { AdminProfessional, IdInput } from "@odys/shared/admin/schema";
import { BLOCKING_STATUSES } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, gte, inArray } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin, firstIdSince, toProfessionalRow } from "./queries.ts";

const MONTH_MS = 30 * 86_400_000;

/** One practice, with how to reach it. That it was opened is written down. NOT_FOUND. */
export function getProfessional(ctx: UserCtx, { id }: IdInput): Promise<AdminProfessional> {
  const now = ctx.clock.now();
  const own = eq(appointments.professionalId, id);
  const meeting = eq(appointments.kind, "meeting");
  return asAdmin(ctx, async (tx, inner) => {
    const [[row], offered, known, upcoming, pending, booked30Days] = await Promise.all([
      tx
        .select({ practice: professionals, email: users.email })
        .from(professionals)
        .innerJoin(users, eq(users.id, professionals.userId))
        .where(eq(professionals.id, id)),
      tx.$count(services, and(eq(services.professionalId, id), eq(services.active, true))),
      tx.$count(clients, eq(clients.professionalId, id)),
      tx.$count(
        appointments,
        and(
          own,
          meeting,
          inArray(appointments.status, BLOCKING_STATUSES),
          gte(appointments.startsAt, new Date(now)),
        ),
      ),
      tx.$count(appointments, and(own, eq(appointments.status, "pending_confirmation"))),
      tx.$count(
        appointments,
        and(own, meeting, gte(appointments.id, firstIdSince(now - MONTH_MS))),
      ),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    await recordAccess(inner, { table: "professionals", row: id, professionalId: id });
    const { practice, email } = row;
    return {
      ...toProfessionalRow(practice),
      email,
      phone: practice.phone,
      zone: practice.zone,
      currency: practice.currency,
      locale: practice.locale,
      suspendedReason: practice.suspendedReason,
      services: offered,
      clients: known,
      appointments: { upcoming, pending, booked30Days },
    };
  });
}
