import { appointments } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import type { ClientPage, ListClientsInput } from "@odys/shared/clients/schema";
import { clientSearch } from "@odys/shared/clients/search";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { contactColumns, figureColumns, toSummary } from "./client-queries.ts";

/**
 * A page of the practice's clients by name, with what is told of each; of a search those first whose
 * name begins so. The page is read out of its
 * index first; only its rows' appointments are looked up, so that it costs the same however many
 * appointments there are.
 */
export function listClients(ctx: ProfessionalCtx, input: ListClientsInput): Promise<ClientPage> {
  const { limit } = input;
  const { wanted, rank } = conditions(ctx, input);
  return withTransaction(ctx, async (tx) => {
    const page = tx
      .select({
        ...contactColumns,
        foldedName: clients.foldedName,
        rank: (rank ?? sql<number>`0`).as("rank"),
      })
      .from(clients)
      .where(wanted)
      .orderBy(...(rank ? [asc(rank)] : []), asc(clients.foldedName), asc(clients.id))
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
      .orderBy(asc(page.rank), asc(page.foldedName), asc(page.id));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1)?.page;
    return {
      items: shown.map(({ page: { foldedName: _, rank: __, ...contact }, figures: counts }) =>
        toSummary({ ...contact, ...counts }),
      ),
      nextCursor: rows.length > limit && last ? writeCursor(last) : null,
    };
  });
}

/** Which of the practice's clients are meant, after those of the pages before, and what puts one before another. */
function conditions(ctx: ProfessionalCtx, { query, archived, cursor }: ListClientsInput) {
  const after = cursor === undefined ? null : readCursor(cursor);
  const { words, phone, first } = clientSearch(query);
  const named = (pattern: string) => sql`${clients.foldedName} like app.fold(${pattern})`;
  const holds = (pattern: string) =>
    or(named(pattern), sql`${clients.email} like lower(${pattern})`);
  const rank = first
    ? sql<number>`case when ${named(first.name)} then 0 when ${named(first.word)} then 1 else 2 end`
    : null;
  const wanted = and(
    eq(clients.professionalId, ctx.professionalId),
    isNull(clients.mergedInto),
    archived ? isNotNull(clients.archivedAt) : isNull(clients.archivedAt),
    phone === null ? undefined : sql`${clients.phone} like ${phone}`,
    ...words.map(holds),
    after ? isAfter(after, rank) : undefined,
  );
  return { wanted, rank };
}

/** Without a search nothing but the name counts, in which order an index has them. */
function isAfter({ rank, foldedName, id }: Position, ranks: SQL | null): SQL {
  const name = sql`${clients.foldedName}, ${clients.id}`;
  return ranks
    ? sql`(${ranks}, ${name}) > (${rank}::int, ${foldedName}, ${id}::uuid)`
    : sql`(${name}) > (${foldedName}, ${id}::uuid)`;
}

type Position = { id: string; rank: number; foldedName: string };

function writeCursor({ id, rank, foldedName }: Position): string {
  return Buffer.from(`${id}|${rank}|${foldedName}`).toString("base64url");
}

const POSITION = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|([0-2])\|([^\0]*)$/s;

function readCursor(cursor: string): Position {
  const [, id, rank, foldedName] = POSITION.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!id || foldedName === undefined)
    throw new DomainError("VALIDATION_ERROR", { fields: { cursor: ["invalid"] } });
  return { id, rank: Number(rank), foldedName };
}
