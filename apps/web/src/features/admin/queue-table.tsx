import type { Jobs, Queues } from "@odys/shared/admin/ops-schema";
import { useTranslations } from "next-intl";
import { type StatusTone, StatusPill } from "../../ui/badge.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { addressOf } from "./address.ts";
import { Age, At } from "./at.tsx";
import { RowLink, ShortId } from "./listing.tsx";
import { ReplayDead, ReplayJob } from "./replay.tsx";

/** Every queue: how much stands in it and since when. */
export function QueueTable({ queues, now }: { queues: Queues["items"]; now: string }) {
  const t = useTranslations("admin.queue");
  return (
    <DataTable
      label={t("title")}
      rows={queues}
      keyOf={({ name }) => name}
      columns={[
        {
          key: "name",
          label: t("queue"),
          lead: true,
          cell: ({ name }) => <RowLink href={`/admin/queue/${name}`}>{name}</RowLink>,
        },
        { key: "waiting", label: t("waiting"), numeric: true, cell: ({ waiting }) => waiting },
        {
          key: "active",
          label: t("active"),
          numeric: true,
          nothing: ({ active }) => active === 0,
          cell: ({ active }) => active,
        },
        {
          key: "retrying",
          label: t("retrying"),
          numeric: true,
          nothing: ({ retrying }) => retrying === 0,
          cell: ({ retrying }) => <Figure value={retrying} tone="late" />,
        },
        {
          key: "dead",
          label: t("dead"),
          numeric: true,
          nothing: ({ dead }) => dead === 0,
          cell: ({ dead }) => <Figure value={dead} tone="bad" />,
        },
        {
          key: "oldest",
          label: t("oldest"),
          nothing: ({ oldestAt }) => oldestAt === null,
          cell: ({ oldestAt }) => (oldestAt ? <Age at={oldestAt} now={now} /> : "–"),
        },
        {
          key: "replay",
          label: t("replay"),
          nothing: ({ dead }) => dead === 0,
          cell: ({ name, dead }) => (dead > 0 ? <ReplayDead queue={name} count={dead} /> : "–"),
        },
      ]}
    />
  );
}

/** Nothing to look at is quiet; what needs a look has a colour and a sign. */
function Figure({ value, tone }: { value: number; tone: StatusTone }) {
  if (value === 0) return <span className="text-ink-faint">0</span>;
  return <StatusPill tone={tone}>{value}</StatusPill>;
}

const TONES: Record<Jobs["items"][number]["state"], StatusTone> = {
  created: "waiting",
  retry: "late",
  active: "good",
  dead: "bad",
};

/** Jobs of one queue that are not done. */
export function JobsTable({
  queue,
  jobs,
  now,
}: {
  queue: string;
  jobs: Jobs["items"];
  now: string;
}) {
  const t = useTranslations("admin.job");
  return (
    <DataTable
      label={t("title")}
      rows={jobs}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "event",
          label: t("event"),
          lead: true,
          cell: ({ event, id }) => (
            <>
              {event ?? t("byClock")} <ShortId id={id} />
            </>
          ),
        },
        {
          key: "state",
          label: t("state"),
          cell: ({ state }) => <StatusPill tone={TONES[state]}>{t(`states.${state}`)}</StatusPill>,
        },
        { key: "attempts", label: t("attempts"), numeric: true, cell: ({ attempts }) => attempts },
        { key: "created", label: t("created"), cell: ({ createdAt }) => <At at={createdAt} /> },
        {
          key: "due",
          label: t("due"),
          nothing: ({ state }) => state === "dead",
          cell: ({ dueAt, state }) => (state === "dead" ? "–" : <Age at={dueAt} now={now} />),
        },
        {
          key: "error",
          label: t("error"),
          nothing: ({ error }) => error === null,
          cell: ({ error }) => (
            <span className="block text-[0.8125rem] break-words md:max-w-72">{error ?? "–"}</span>
          ),
        },
        {
          key: "request",
          label: t("request"),
          nothing: ({ requestId }) => requestId === null,
          cell: ({ requestId }) =>
            requestId ? (
              <RowLink href={addressOf("/admin/audit", { requestId }, {})}>
                <ShortId id={requestId} />
              </RowLink>
            ) : (
              "–"
            ),
        },
        {
          key: "replay",
          label: t("replay"),
          cell: ({ id, state }) =>
            state === "dead" || state === "retry" ? <ReplayJob queue={queue} id={id} /> : "–",
        },
      ]}
    />
  );
}
