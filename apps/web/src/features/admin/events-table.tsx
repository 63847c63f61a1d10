import type { OutboxEvent } from "@odys/shared/admin/ops-schema";
import { useTranslations } from "next-intl";
import { DataTable } from "../../ui/data-table.tsx";
import { addressOf } from "./address.ts";
import { At } from "./at.tsx";
import { RowLink, ShortId } from "./listing.tsx";

/** Events of the outbox: what happened and when it was taken, not what it was about. */
export function EventsTable({ rows }: { rows: readonly OutboxEvent[] }) {
  const t = useTranslations("admin.event");
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "type",
          label: t("type"),
          lead: true,
          cell: ({ id, type }) => (
            <>
              {type} <ShortId id={id} />
            </>
          ),
        },
        { key: "at", label: t("at"), cell: ({ createdAt }) => <At at={createdAt} seconds /> },
        {
          key: "taken",
          label: t("taken"),
          cell: ({ dispatchedAt }) => (dispatchedAt ? <At at={dispatchedAt} seconds /> : "–"),
        },
        {
          key: "professional",
          label: t("professional"),
          cell: ({ professionalId }) =>
            professionalId ? (
              <RowLink href={`/admin/professionals/${professionalId}`}>
                <ShortId id={professionalId} />
              </RowLink>
            ) : (
              "–"
            ),
        },
        {
          key: "request",
          label: t("request"),
          cell: ({ requestId }) =>
            requestId ? (
              <RowLink href={addressOf("/admin/audit", { requestId }, {})}>
                <ShortId id={requestId} />
              </RowLink>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
