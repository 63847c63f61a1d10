import type { AuditRow } from "@odys/shared/admin/schema";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "../../ui/data-table.tsx";
import { addressOf, auditOf } from "./address.ts";
import { At } from "./at.tsx";
import { ShortId } from "./listing.tsx";

/** What happened. Whatever stands in a row leads to the rows that have it too. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const t = useTranslations("admin.audit");
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: "at",
          label: t("at"),
          lead: true,
          cell: ({ at, requestId }) => (
            <>
              <At at={at} seconds />
              {requestId && (
                <span className="block text-[0.8125rem] whitespace-nowrap text-ink-soft">
                  {t("request")}{" "}
                  <Same by={{ requestId }}>
                    <ShortId id={requestId} />
                  </Same>
                </span>
              )}
            </>
          ),
        },
        {
          key: "actor",
          label: t("actor"),
          cell: ({ actor }) => <Same by={{ actor }}>{nameOf(actor)}</Same>,
        },
        {
          key: "action",
          label: t("action"),
          cell: ({ action }) => (action ? <Same by={{ action }}>{action}</Same> : "–"),
        },
        {
          key: "row",
          label: t("row"),
          cell: ({ table, row, operation }) => (
            <span className="md:whitespace-nowrap">
              <span className="text-ink-soft">{operation}</span>{" "}
              <Link href={auditOf(table, row)} className="underline-offset-4 hover:underline">
                {table} <ShortId id={row} />
              </Link>
            </span>
          ),
        },
        {
          key: "values",
          label: t("values"),
          nothing: ({ changed, values }) =>
            changed.length === 0 && Object.keys(values).length === 0,
          cell: (row) => <Values {...row} />,
        },
      ]}
    />
  );
}

function Same({ by, children }: { by: Record<string, string>; children: ReactNode }) {
  return (
    <Link href={addressOf("/admin/audit", by, {})} className="underline-offset-4 hover:underline">
      {children}
    </Link>
  );
}

function nameOf(actor: string): ReactNode {
  const [type, id] = actor.split(/:(.+)/);
  return id && /^[0-9a-f-]{36}$/.test(id) ? (
    <>
      {type}:<ShortId id={id} />
    </>
  ) : (
    actor
  );
}

/** What was and what is, of the columns that may be told; of the others the names. */
function Values({ changed, values }: Pick<AuditRow, "changed" | "values">) {
  if (changed.length === 0) return <>–</>;
  const named = changed.filter((column) => !(column in values));
  return (
    <span className="block text-[0.8125rem] md:max-w-80">
      {Object.entries(values).map(([column, value]) => (
        <span key={column} className="block break-words">
          <span className="text-ink-soft">{column}</span>{" "}
          {Array.isArray(value) && value.length === 2
            ? `${textOf(value[0])} → ${textOf(value[1])}`
            : textOf(value)}
        </span>
      ))}
      {named.length > 0 && <span className="block text-ink-soft">{named.join(", ")}</span>}
    </span>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
