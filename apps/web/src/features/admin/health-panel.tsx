import type { AdminHealth } from "@odys/shared/admin/ops-schema";
import { useFormatter, useTranslations } from "next-intl";
import { StatusPill } from "../../ui/badge.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Facts, Section } from "./facts.tsx";

/** The checks of readiness, this process and its database. */
export function HealthPanel({ health }: { health: AdminHealth }) {
  const t = useTranslations("admin.health");
  const format = useFormatter();
  const { process, database } = health;
  const bytes = (value: number) => `${format.number(Math.round(value / 1_048_576))} MB`;
  return (
    <>
      <DataTable
        label={t("checks")}
        rows={health.checks}
        keyOf={({ name }) => name}
        columns={[
          { key: "name", label: t("check"), lead: true, cell: ({ name }) => t(`names.${name}`) },
          {
            key: "ok",
            label: t("state"),
            cell: ({ ok }) => (
              <StatusPill tone={ok ? "good" : "bad"}>{ok ? t("ok") : t("failing")}</StatusPill>
            ),
          },
          { key: "ms", label: t("took"), numeric: true, cell: ({ ms }) => `${ms} ms` },
          {
            key: "figures",
            label: t("figures"),
            nothing: ({ figures }) => Object.keys(figures).length === 0,
            cell: ({ figures: { applied, expected, ageSeconds } }) => {
              if (applied !== undefined && expected !== undefined)
                return t("applied", { applied, expected });
              return ageSeconds === undefined ? "–" : t("waited", { seconds: ageSeconds });
            },
          },
        ]}
      />
      <Section title={t("process")}>
        <Facts
          items={[
            { label: t("version"), value: health.version },
            { label: "Node", value: process.node },
            {
              label: t("since"),
              value: format.relativeTime(
                Date.parse(health.now) - process.uptimeSeconds * 1000,
                Date.parse(health.now),
              ),
            },
            {
              label: t("memory"),
              value: `${bytes(process.rssBytes)} · ${bytes(process.heapBytes)}`,
            },
            { label: t("busy"), value: format.number(process.loopBusy, { style: "percent" }) },
          ]}
        />
      </Section>
      <Section title={t("database")}>
        <Facts
          items={[
            { label: "PostgreSQL", value: database.version },
            { label: t("size"), value: bytes(database.sizeBytes) },
            { label: t("most"), value: database.maxConnections },
          ]}
        />
        <div className="mt-3">
          <DataTable
            label={t("connections")}
            rows={database.connections}
            keyOf={({ name }) => name}
            columns={[
              { key: "name", label: t("whose"), lead: true, cell: ({ name }) => name },
              { key: "active", label: t("active"), numeric: true, cell: ({ active }) => active },
              { key: "idle", label: t("idle"), numeric: true, cell: ({ idle }) => idle },
            ]}
          />
        </div>
      </Section>
    </>
  );
}
