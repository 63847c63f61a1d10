import type { AdminAppointmentRow } from "@odys/shared/admin/schema";
import { useTranslations } from "next-intl";
import { DataTable } from "../../ui/data-table.tsx";
import { AppointmentStatusPill } from "../booking/agenda/status.tsx";
import { At } from "./at.tsx";
import { RowLink } from "./listing.tsx";

/** Appointments of all practices, with as little of their clients as tells them apart. */
export function AppointmentsTable({ rows }: { rows: readonly AdminAppointmentRow[] }) {
  const t = useTranslations("admin.appointment");
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "starts",
          label: t("starts"),
          lead: true,
          cell: ({ id, startsAt }) => (
            <RowLink href={`/admin/appointments/${id}`}>
              <At at={startsAt} />
            </RowLink>
          ),
        },
        {
          key: "professional",
          label: t("professional"),
          cell: ({ professional }) => (
            <RowLink href={`/admin/professionals/${professional.id}`}>{professional.name}</RowLink>
          ),
        },
        {
          key: "client",
          label: t("client"),
          cell: ({ client }) =>
            client ? (
              <>
                {client.name}
                <span className="block text-[0.8125rem] text-ink-soft tabular-nums">
                  {client.phone}
                </span>
              </>
            ) : (
              t("block")
            ),
        },
        { key: "service", label: t("service"), cell: ({ serviceName }) => serviceName },
        {
          key: "status",
          label: t("status"),
          cell: ({ status }) => (
            <AppointmentStatusPill
              status={status}
              label={status === "pending_confirmation" ? t("pending") : undefined}
            />
          ),
        },
        { key: "source", label: t("source"), cell: ({ source }) => t(`sources.${source}`) },
        { key: "booked", label: t("booked"), cell: ({ createdAt }) => <At at={createdAt} /> },
      ]}
    />
  );
}
