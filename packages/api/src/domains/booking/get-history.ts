import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { auditLog } from "@odys/db/schema/ops";
import type { History, HistoryActor, HistoryEvent } from "@odys/shared/booking/life-schema";
import type { AppointmentStatus } from "@odys/shared/booking/status";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, asc, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";

/** More has never happened to one appointment; what comes after is not shown. */
const MOST_ROWS = 500;

type Item = History["items"][number];
type Step = Pick<Item, "what" | "from" | "to">;
type LogRow = Pick<
  typeof auditLog.$inferSelect,
  "at" | "actor" | "action" | "operation" | "changed" | "values"
>;
type People = { professionalUserId: string };

/**
 * What happened to something in the agenda, who did it and when: read from the audit log, which the
 * database itself writes, so nothing is missing and nobody can have changed it. NOT_FOUND.
 */
export function getHistory(ctx: ProfessionalCtx, { id }: { id: string }): Promise<History> {
  return withTransaction(ctx, async (tx) => {
    const own = and(eq(appointments.professionalId, ctx.professionalId), eq(appointments.id, id));
    const [[row], log] = await Promise.all([
      tx
        .select({
          kind: appointments.kind,
          reason: appointments.reason,
          overrideReason: appointments.overrideReason,
          professionalUserId: professionals.userId,
        })
        .from(appointments)
        .innerJoin(professionals, eq(professionals.id, appointments.professionalId))
        .where(own),
      tx
        .select({
          at: auditLog.at,
          actor: auditLog.actor,
          action: auditLog.action,
          operation: auditLog.operation,
          changed: auditLog.changed,
          values: auditLog.values,
        })
        .from(auditLog)
        .where(and(eq(auditLog.tableName, "appointments"), eq(auditLog.rowId, id)))
        .orderBy(asc(auditLog.id))
        .limit(MOST_ROWS),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    const items = log.flatMap((entry) =>
      stepsOf(entry, row.kind === "block").map((step): Item => {
        const by = step.what === "expired" ? "system" : whoOf(entry, row);
        return { at: entry.at.toISOString(), by, ...step, reason: null };
      }),
    );
    tellReason(items, ["rejected", "cancelled"], row.reason);
    tellReason(items, ["overridden"], row.overrideReason);
    return { items };
  });
}

/** Words are kept in the row alone, so only of the last time. */
function tellReason(items: Item[], of: readonly HistoryEvent[], reason: string | null): void {
  const last = items.findLast(({ what }) => of.includes(what));
  if (last) last.reason = reason;
}

function whoOf({ actor, action }: LogRow, { professionalUserId }: People): HistoryActor {
  if (action?.startsWith("admin.")) return "platform";
  if (action?.endsWith("ByToken")) return "link";
  if (actor === "guest") return "guest";
  if (!actor.startsWith("user:")) return "system";
  return actor === `user:${professionalUserId}` ? "professional" : "client";
}

/** What one row of the log tells: a move may at once be an override, and a request again. */
function stepsOf({ operation, changed, values }: LogRow, block: boolean): Step[] {
  const step = (what: HistoryEvent): Step => ({ what, from: null, to: null });
  if (operation === "insert") {
    const first = step(block ? "blocked" : BEGUN_AS[values["status"] as AppointmentStatus]);
    return values["overrides"] === true ? [first, step("overridden")] : [first];
  }
  const change = (column: string) => values[column] as [unknown, unknown] | undefined;
  const steps = timesOf(change("starts_at"), change("ends_at"));
  const status = change("status") as [AppointmentStatus, AppointmentStatus] | undefined;
  if (status) steps.push(step(statusStep(status, block)));
  const payment = change("payment_status");
  if (payment) steps.push(step(PAYMENTS[String(payment[1])] ?? "unpaid"));
  if (changed.includes("override_reason") && change("overrides")?.[1] !== false)
    steps.push(step("overridden"));
  return steps;
}

const BEGUN_AS: Record<AppointmentStatus, HistoryEvent> = {
  pending_confirmation: "requested",
  confirmed: "booked",
  held: "held",
  rejected: "rejected",
  cancelled: "cancelled",
  completed: "completed",
  no_show: "no_show",
  expired: "expired",
};
const PAYMENTS: Record<string, HistoryEvent> = {
  captured: "paid",
  authorized: "payment_authorized",
  refunded: "refunded",
};

function statusStep([from, to]: [AppointmentStatus, AppointmentStatus], block: boolean) {
  if (to === "confirmed")
    return from === "pending_confirmation" || from === "held" ? "confirmed" : "reopened";
  return to === "cancelled" && block ? "unblocked" : BEGUN_AS[to];
}

/** Another start is a move, another length a stretch; both may be. */
function timesOf(starts?: [unknown, unknown], ends?: [unknown, unknown]): Step[] {
  const iso = (value: unknown) => new Date(String(value)).toISOString();
  const span = ([from, to]: [unknown, unknown]) => Date.parse(iso(to)) - Date.parse(iso(from));
  const steps: Step[] = [];
  if (starts) steps.push({ what: "moved", from: iso(starts[0]), to: iso(starts[1]) });
  if ((starts ? span(starts) : 0) !== (ends ? span(ends) : 0) && ends)
    steps.push({ what: "stretched", from: iso(ends[0]), to: iso(ends[1]) });
  return steps;
}
