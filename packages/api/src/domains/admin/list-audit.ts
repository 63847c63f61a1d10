import { auditLog } from "@odys/db/schema/ops";
import type { AuditRow, ListAuditInput } from "@odys/shared/admin/schema";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin, pageOf } from "./queries.ts";

/** What was written and opened anywhere, the newest first. */
export function listAudit(
  ctx: UserCtx,
  { cursor, limit, from, to, ...asked }: ListAuditInput,
): Promise<{ items: AuditRow[]; nextCursor: string | null }> {
  const midnight = (date: string, days: number) =>
    sql`((${date}::date + ${days}::int)::timestamp at time zone 'UTC')`;
  return asAdmin(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(auditLog)
      .where(
        and(
          asked.actor === undefined ? undefined : eq(auditLog.actor, asked.actor),
          asked.action === undefined ? undefined : eq(auditLog.action, asked.action),
          asked.table === undefined ? undefined : eq(auditLog.tableName, asked.table),
          asked.row === undefined ? undefined : eq(auditLog.rowId, asked.row),
          asked.requestId === undefined ? undefined : eq(auditLog.requestId, asked.requestId),
          asked.professionalId === undefined
            ? undefined
            : eq(auditLog.professionalId, asked.professionalId),
          from === undefined ? undefined : gte(auditLog.at, midnight(from, 0)),
          to === undefined ? undefined : lt(auditLog.at, midnight(to, 1)),
          cursor === undefined ? undefined : lt(auditLog.id, Number(cursor)),
        ),
      )
      .orderBy(desc(auditLog.id))
      .limit(limit + 1);
    return pageOf(rows, limit, toAuditRow, ({ id }) => String(id));
  });
}

function toAuditRow({
  at,
  tableName: table,
  rowId: row,
  ...rest
}: typeof auditLog.$inferSelect): AuditRow {
  return { ...rest, at: at.toISOString(), table, row };
}
