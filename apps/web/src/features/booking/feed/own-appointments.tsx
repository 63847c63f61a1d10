import type { OwnAppointments as Own } from "@odys/shared/booking/calendar-schema";
import { CalendarDays, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "../../../ui/avatar.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { AppointmentStatusPill } from "../agenda/status.tsx";

/** What somebody has booked and is not over yet; each leads to where it is moved or cancelled. */
export function OwnAppointments({ items, now }: { items: Own["items"]; now: string }) {
  const t = useTranslations("ownAppointments");
  if (items.length === 0)
    return <EmptyState icon={<CalendarDays />} title={t("empty")} text={t("emptyText")} />;
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low">
      {items.map((item) => (
        <li key={item.id}>
          <Link
            href={`/m/${item.manageToken}`}
            prefetch={false}
            className="flex items-center gap-3 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
          >
            <Avatar name={item.professionalName} />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold first-letter:uppercase">
                <WhenText at={item.startsAt} zone={item.zone} now={now} />
              </span>
              <span className="block truncate">{item.professionalName}</span>
              <span className="block truncate text-sm text-ink-soft">{item.serviceName}</span>
              {item.status !== "confirmed" && (
                <AppointmentStatusPill
                  status={item.status}
                  label={item.status === "held" ? t("held") : t("pending")}
                  className="mt-1.5"
                />
              )}
            </span>
            <span className="sr-only">{t("open")}</span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
