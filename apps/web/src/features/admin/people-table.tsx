import type { AdminUserRow } from "@odys/shared/admin/schema";
import { useTranslations } from "next-intl";
import { DataTable } from "../../ui/data-table.tsx";
import { Age, At } from "./at.tsx";
import { RowLink } from "./listing.tsx";
import { RoleBadge, VerifiedPill } from "./pills.tsx";

/** Everybody who has an account. */
export function PeopleTable({ rows, now }: { rows: readonly AdminUserRow[]; now: string }) {
  const t = useTranslations("admin.person");
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
          cell: ({ id, name }) => <RowLink href={`/admin/people/${id}`}>{name}</RowLink>,
        },
        { key: "email", label: t("email"), cell: ({ email }) => email },
        {
          key: "verified",
          label: t("address"),
          cell: ({ emailVerified }) => <VerifiedPill verified={emailVerified} />,
        },
        { key: "role", label: t("role"), cell: ({ role }) => <RoleBadge role={role} /> },
        {
          key: "practice",
          label: t("practice"),
          cell: ({ practice }) =>
            practice ? (
              <RowLink href={`/admin/professionals/${practice.id}`}>/p/{practice.slug}</RowLink>
            ) : (
              "–"
            ),
        },
        {
          key: "seen",
          label: t("lastSeen"),
          cell: ({ lastSeenAt }) => (lastSeenAt ? <Age at={lastSeenAt} now={now} /> : "–"),
        },
        { key: "since", label: t("since"), cell: ({ createdAt }) => <At at={createdAt} /> },
      ]}
    />
  );
}
