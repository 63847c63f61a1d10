import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { Client } from "@odys/shared/clients/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, figureColumns, isoOf, toSummary } from "./client-queries.ts";

/** A client of the practice with contact, and what came of all their appointments. NOT_FOUND. */
export function getClient(ctx: ProfessionalCtx, { id }: { id: string }): Promise<Client> {
  const { professionalId } = ctx;
  const theirs = and(
    eq(appointments.professionalId, professionalId),
    eq(appointments.clientId, id),
  );
  return withTransaction(ctx, async (tx) => {
    const [[row], [figures], paid] = await Promise.all([
      tx
        .select({ ...contactColumns, createdAt: clients.createdAt })
        .from(clients)
        .where(and(eq(clients.professionalId, professionalId), eq(clients.id, id))),
      tx
        .select({ ...figureColumns(ctx.clock.now()), ...closerColumns })
        .from(appointments)
        .where(theirs),
      tx
        .select({
          amount: sql<number>`sum(${appointments.priceAmount})::float8`,
          currency: appointments.currency,
        })
        .from(appointments)
        .where(and(theirs, eq(appointments.paymentStatus, "captured")))
        .groupBy(appointments.currency),
    ]);
    if (!row || !figures) throw new DomainError("NOT_FOUND");
    const { createdAt, ...contact } = row;
    const { cancellations, lastNoShowAt, ...counts } = figures;
    return {
      ...toSummary({ ...contact, ...counts }),
      createdAt: createdAt.toISOString(),
      cancellations,
      lastNoShowAt: isoOf(lastNoShowAt),
      paid,
    };
  });
}

const closerColumns = {
  cancellations: sql<number>`(count(*) filter (where ${appointments.status} in ('cancelled', 'rejected')))::int`,
  lastNoShowAt: sql<
    string | null
  >`max(${appointments.startsAt}) filter (where ${appointments.status} = 'no_show')`,
};
