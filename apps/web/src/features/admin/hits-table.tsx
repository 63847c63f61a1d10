import type { Hits } from "@odys/shared/admin/ops-schema";
import { useTranslations } from "next-intl";
import { DataTable } from "../../ui/data-table.tsx";
import { Sparkline } from "../../ui/sparkline.tsx";
import { At } from "./at.tsx";

/** How often each limit refused somebody. */
export function HitsTable({ limits }: Pick<Hits, "limits">) {
  const t = useTranslations("admin.limit");
  return (
    <DataTable
      label={t("title")}
      rows={limits.toSorted((a, b) => b.total - a.total)}
      keyOf={({ limit }) => limit}
      columns={[
        { key: "limit", label: t("limit"), lead: true, cell: ({ limit }) => limit },
        {
          key: "course",
          label: t("course"),
          cell: ({ limit, perHour, total }) => (
            <Sparkline values={perHour} label={t("courseOf", { limit, total })} />
          ),
        },
        { key: "total", label: t("total"), numeric: true, cell: ({ total }) => total },
        { key: "callers", label: t("callers"), numeric: true, cell: ({ callers }) => callers },
      ]}
    />
  );
}

/** Who was refused most, as hashes: enough to see that it is one and not many. */
export function CallersTable({ callers }: Pick<Hits, "callers">) {
  const t = useTranslations("admin.limit");
  return (
    <DataTable
      label={t("top")}
      rows={callers}
      keyOf={({ caller, limit }) => `${limit} ${caller}`}
      columns={[
        {
          key: "caller",
          label: t("caller"),
          lead: true,
          cell: ({ caller }) => (caller === "" ? t("others") : <code>{caller}</code>),
        },
        { key: "limit", label: t("limit"), cell: ({ limit }) => limit },
        { key: "hits", label: t("total"), numeric: true, cell: ({ hits }) => hits },
        { key: "last", label: t("last"), cell: ({ lastHour }) => <At at={lastHour} /> },
      ]}
    />
  );
}
