import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { ClientPage, ListClientsInput } from "@odys/shared/clients/schema";
import { clientSearch } from "@odys/shared/clients/search";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, figureColumns, toSummary } from "./client-queries.ts";

/**
 * A page of the practice's clients by name, with what is told of each. The page is read out of its
 * index first; only its rows' appointments are looked up, so that it costs the same however many
 * appointments there are.
 */
export function listClients(ctx: ProfessionalCtx, input: ListClientsInput): Promise<ClientPage> {
  const { limit } = input;
  const wanted = conditions(ctx, input);
  return withTransaction(ctx, async (tx) => {
    const page = tx
      .select({ ...contactColumns, foldedName: clients.foldedName })
      .from(clients)
      .where(wanted)
      .orderBy(asc(clients.foldedName), asc(clients.id))
      .limit(limit + 1)
      .as("page");
    const figures = tx
      .select(figureColumns(ctx.clock.now()))
      .from(appointments)
      .where(
        and(
          eq(appointments.professionalId, ctx.professionalId),
          sql`${appointments.clientId} = ${page.id}`,
        ),
      )
      .as("figures");
    const rows = await tx
      .select()
      .from(page)
      .innerJoinLateral(figures, sql`true`)
      .orderBy(asc(page.foldedName), asc(page.id));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1)?.page;
    return {
      items: shown.map(({ page: { foldedName: _, ...contact }, figures: counts }) =>
        toSummary({ ...contact, ...counts }),
      ),
      nextCursor: rows.length > limit && last ? writeCursor(last.foldedName, last.id) : null,
    };
  });
}

/** Which of the practice's clients are meant, after those of the pages before. */
function conditions(ctx: ProfessionalCtx, { query, archived, cursor }: ListClientsInput) {
  const after = cursor === undefined ? null : readCursor(cursor);
  const { words, phone } = clientSearch(query);
  const holds = (pattern: string) =>
    or(
      sql`${clients.foldedName} like app.fold(${pattern})`,
      sql`${clients.email} like lower(${pattern})`,
    );
  return and(
    eq(clients.professionalId, ctx.professionalId),
    isNull(clients.mergedInto),
    archived ? isNotNull(clients.archivedAt) : isNull(clients.archivedAt),
    phone === null ? undefined : sql`${clients.phone} like ${phone}`,
    ...words.map(holds),
    after
      ? sql`(${clients.foldedName}, ${clients.id}) > (${after.name}, ${after.id}::uuid)`
      : undefined,
  );
}

function writeCursor(foldedName: string, id: string): string {
  return Buffer.from(`${id}|${foldedName}`).toString("base64url");
}

const POSITION = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|([^\0]*)$/s;

function readCursor(cursor: string): { id: string; name: string } {
  const [, id, name] = POSITION.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!id || name === undefined)
    throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
  return { id, name };
}
