import type { AdminProfessionalRow } from "@odys/shared/admin/schema";
import { useTranslations } from "next-intl";
import { DataTable } from "../../ui/data-table.tsx";
import { At } from "./at.tsx";
import { RowLink } from "./listing.tsx";
import { PracticePill } from "./pills.tsx";

/** Every practice. */
export function ProfessionalsTable({ rows }: { rows: readonly AdminProfessionalRow[] }) {
  const t = useTranslations("admin.practice");
  const professions = useTranslations("professions");
  return (
    <DataTable
      label={t("title")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "name",
          label: t("name"),
          lead: true,
          cell: ({ id, name }) => <RowLink href={`/admin/professionals/${id}`}>{name}</RowLink>,
        },
        { key: "slug", label: t("page"), cell: ({ slug }) => `/p/${slug}` },
        {
          key: "profession",
          label: t("profession"),
          cell: ({ profession }) => professions(profession),
        },
        { key: "plan", label: t("plan"), cell: ({ plan }) => t(`plans.${plan}`) },
        {
          key: "status",
          label: t("status"),
          cell: ({ suspendedAt }) => <PracticePill suspendedAt={suspendedAt} />,
        },
        { key: "since", label: t("since"), cell: ({ createdAt }) => <At at={createdAt} /> },
      ]}
    />
  );
}
