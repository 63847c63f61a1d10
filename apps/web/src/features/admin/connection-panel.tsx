import type { AdminConnection } from "@odys/shared/messaging/connection-schema";
import { useTranslations } from "next-intl";
import { StatusPill, type StatusTone } from "../../ui/badge.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { At } from "./at.tsx";
import { Section } from "./facts.tsx";

type Check = AdminConnection["checks"][number];

const TONES: Record<Check["state"], StatusTone> = {
  healthy: "good",
  unproven: "calm",
  connecting: "waiting",
  closed: "late",
  logged_out: "bad",
  unreachable: "bad",
};

/** How the WhatsApp connection is, and what the watchdog has done about it, newest first. */
export function ConnectionPanel({ connection }: { connection: AdminConnection }) {
  const t = useTranslations("admin.connection");
  const { driver, checks } = connection;
  if (checks.length === 0)
    return (
      <Section title={t("title")}>
        <p className="text-ink-soft">{t(driver === "none" ? "none" : "notYet")}</p>
      </Section>
    );
  return (
    <Section title={t("title")}>
      <p className="mb-3 max-w-[70ch] text-ink-soft">
        {t(`says.${checks[0]?.state ?? "unproven"}`)}
      </p>
      <DataTable
        label={t("title")}
        rows={checks}
        keyOf={({ at }) => at}
        columns={[
          { key: "at", label: t("at"), lead: true, cell: ({ at }) => <At at={at} seconds /> },
          {
            key: "state",
            label: t("state"),
            cell: ({ state }) => (
              <StatusPill tone={TONES[state]}>{t(`states.${state}`)}</StatusPill>
            ),
          },
          { key: "since", label: t("since"), cell: ({ since }) => <At at={since} /> },
          { key: "action", label: t("action"), cell: ({ action }) => t(`actions.${action}`) },
          {
            key: "detail",
            label: t("detail"),
            cell: ({ driver: by, detail }) => [by, detail].filter(Boolean).join(" · "),
          },
        ]}
      />
    </Section>
  );
}
