"use client";

import type { Agenda } from "@odys/shared/booking/agenda-schema";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "../../../ui/cn.ts";
import { longDay, weekdays } from "../page/words.ts";
import { spanOf, summaryOf } from "./place.ts";

interface Props {
  agenda: Agenda | undefined;
  dates: readonly string[];
  day: string;
  today: string;
  onDay: (date: string) => void;
}

/** The week of a day, for a thumb: how full each of its days is, at a glance. */
export function DayStrip({ agenda, dates, day, today, onDay }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const names = weekdays(locale);
  return (
    <fieldset aria-label={t("week")} className="grid min-w-0 grid-cols-7 gap-1 px-3 pb-2">
      {dates.map((date) => {
        const of = agenda?.days.find((one) => one.date === date);
        const count = of && agenda ? summaryOf(spanOf(of), agenda.items).count : 0;
        return (
          <button
            key={date}
            type="button"
            aria-pressed={date === day}
            onClick={() => onDay(date)}
            className={cn(
              "flex min-h-14 flex-col items-center justify-center rounded-md text-xs",
              date === day ? "bg-action text-on-action" : "text-ink-soft hover:bg-sunken",
            )}
          >
            <span className="sr-only">{`${longDay(date, locale)}, ${t("count", { count })}`}</span>
            <span aria-hidden className="first-letter:uppercase">
              {names[new Date(date).getUTCDay()]?.short}
            </span>
            <span
              aria-hidden
              className={cn(
                "text-base leading-5 font-semibold tabular-nums",
                date === today && date !== day && "text-action-ink",
                date !== day && date !== today && "text-ink",
              )}
            >
              {Number(date.slice(8))}
            </span>
            <span aria-hidden className="flex h-1.5 items-center gap-0.5">
              {Array.from({ length: Math.min(count, 4) }, (_, index) => (
                <span key={index} className="size-1 rounded-full bg-current" />
              ))}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
