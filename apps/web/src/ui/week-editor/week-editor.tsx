"use client";

import { useLocale, useTranslations } from "next-intl";
import { cn } from "../cn.ts";
import { DayRow } from "./day-row.tsx";
import { openMinutes, type WeekWindow, WEEK_ORDER, withDays } from "./week.ts";
import { durationText } from "../when.ts";

interface Props {
  value: readonly WeekWindow[];
  /** Called with every change, sound or not: ask `isWeekSound` before saving, send `inOrder`. */
  onValueChange: (value: WeekWindow[]) => void;
  /** What these hours are, read aloud. */
  label: string;
  disabled?: boolean;
  className?: string;
}

/**
 * Opening hours of a week: days that are open or closed, any number of windows a day, one day copied
 * to others. Knows no time zone: these are wall-clock times.
 */
export function WeekEditor({ value, onValueChange, label, disabled, className }: Props) {
  const t = useTranslations("common.week");
  const locale = useLocale();
  return (
    <fieldset aria-label={label} className={cn("min-w-0", className)}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-low">
        {WEEK_ORDER.map((day) => (
          <DayRow
            key={day}
            day={day}
            week={value}
            disabled={disabled}
            onSpansChange={(spans, days = [day]) => onValueChange(withDays(value, days, spans))}
          />
        ))}
      </ul>
      <p className="mt-3 text-sm text-ink-soft tabular-nums" aria-live="polite">
        {value.length === 0
          ? t("none")
          : t("total", { time: durationText(openMinutes(value), locale) })}
      </p>
    </fieldset>
  );
}
