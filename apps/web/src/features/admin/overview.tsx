import type { Overview } from "@odys/shared/admin/ops-schema";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../../ui/cn.ts";

/** An event or job that waits longer than this is late, in milliseconds. */
const PATIENCE_MS = 120_000;

/** What is worth knowing at a glance; each number leads to what it is made of. */
export function OverviewCards({ overview }: { overview: Overview }) {
  const t = useTranslations("admin.overview");
  const format = useFormatter();
  const { practices, people, appointments, now, oldestWaitingAt } = overview;
  const waited = oldestWaitingAt ? Date.parse(now) - Date.parse(oldestWaitingAt) : 0;
  const n = (value: number) => format.number(value);
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Stat
        href="/admin/professionals"
        label={t("practices")}
        value={n(practices.total)}
        note={t("practicesNote", { week: practices.new7Days, suspended: practices.suspended })}
      />
      <Stat
        href="/admin/people"
        label={t("people")}
        value={n(people.total)}
        note={t("peopleNote", { week: people.new7Days })}
      />
      <Stat
        href="/admin/appointments"
        label={t("booked")}
        value={n(appointments.bookedToday)}
        note={t("bookedNote", { week: appointments.booked7Days, next: appointments.next24Hours })}
      />
      <Stat
        href="/admin/queue"
        label={t("failures")}
        value={n(overview.deadLetters)}
        note={t("failuresNote", { retrying: overview.retrying })}
        alarm={overview.deadLetters > 0}
      />
      <Stat
        href="/admin/queue"
        label={t("waiting")}
        value={
          oldestWaitingAt ? format.relativeTime(new Date(oldestWaitingAt), new Date(now)) : "–"
        }
        note={oldestWaitingAt ? t("waitingNote") : t("nothingWaits")}
        alarm={waited > PATIENCE_MS}
      />
      <Stat
        href="/admin/limits"
        label={t("hits")}
        value={n(overview.hits24Hours)}
        note={t("hitsNote")}
      />
    </div>
  );
}

interface StatProps {
  href: string;
  label: string;
  value: ReactNode;
  note: string;
  /** Somebody should look at it. */
  alarm?: boolean;
}

function Stat({ href, label, value, note, alarm = false }: StatProps) {
  return (
    <Link
      href={href}
      className={cn(
        "group rounded-lg border bg-surface p-5 shadow-low hover:border-line-strong",
        alarm ? "border-bad" : "border-line",
      )}
    >
      <span className="flex items-center justify-between text-sm text-ink-soft">
        {label}
        <ChevronRight aria-hidden className="size-4 text-ink-faint group-hover:text-ink" />
      </span>
      <span
        className={cn(
          "mt-1 block text-2xl font-semibold tracking-tight tabular-nums",
          alarm && "text-bad",
        )}
      >
        {value}
      </span>
      <span className="mt-1 block text-sm text-ink-soft">{note}</span>
    </Link>
  );
}
