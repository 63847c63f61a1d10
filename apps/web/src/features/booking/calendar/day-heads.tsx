"use client";

import type { AgendaDay, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "../../../ui/cn.ts";
import { longDay, weekdays } from "../page/words.ts";
import { spanOf, summaryOf } from "./place.ts";

interface Props {
  days: readonly AgendaDay[];
  zone: string;
  items: readonly AgendaItem[];
  now: number;
  onDay: ((date: string) => void) | null;
}

/** Which days the columns are; they stay in sight. One day alone says so in the title. */
export const DayHeads = memo(function DayHeads({ days, items, now, onDay }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const names = weekdays(locale);
  if (!onDay)
    return days.map(
      (day) =>
        day.source !== "weekly" && (
          <p
            key={day.date}
            className="sticky top-0 z-30 border-b border-line bg-surface px-4 py-1.5 text-sm text-accent"
          >
            {noteOf(day, t("closed"))}
          </p>
        ),
    );
  return (
    <div className="sticky top-0 z-30 grid grid-cols-[3.25rem_minmax(0,1fr)] border-b border-line bg-surface">
      <div aria-hidden className="border-r border-line" />
      <div className="grid auto-cols-fr grid-flow-col">
        {days.map((day) => {
          const span = spanOf(day);
          const isToday = span.start <= now && now < span.end;
          const { count } = summaryOf(span, items);
          const weekday = names[new Date(day.date).getUTCDay()];
          return (
            <button
              key={day.date}
              type="button"
              onClick={() => onDay(day.date)}
              aria-current={isToday ? "date" : undefined}
              className="flex min-h-16 min-w-0 flex-col items-center justify-center border-l border-line px-1 py-1 first:border-l-0 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="sr-only">{`${longDay(day.date, locale)}, ${t("count", { count })}`}</span>
              <span aria-hidden className="text-xs text-ink-soft first-letter:uppercase">
                {weekday?.short}
              </span>
              <span
                aria-hidden
                className={cn(
                  "flex size-7 items-center justify-center rounded-full text-[0.9375rem] font-semibold tabular-nums",
                  isToday && "bg-action text-on-action",
                )}
              >
                {Number(day.date.slice(8))}
              </span>
              {day.source !== "weekly" && (
                <span className="w-full truncate text-center text-[0.6875rem] leading-4 text-accent">
                  {noteOf(day, t("closed"))}
                </span>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
});

/** What an exception or a holiday is called, or that the day is closed. */
function noteOf({ note, hours }: AgendaDay, closed: string): string {
  return note || (hours.length === 0 ? closed : "");
}
