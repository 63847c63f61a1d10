"use client";

import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { type Exceptional, type SpecialDate, specialDates, yearFrom } from "./dates.ts";
import { DateRow } from "./date-row.tsx";
import { ExceptionSheet } from "./exception-sheet.tsx";
import { HolidayCalendar } from "./holiday-calendar.tsx";

/** As many lines as are shown before somebody asks for the rest of the year. */
const FIRST = 6;

/** The dates of the coming year that are unlike their week: days off, other hours, holidays. */
export function SpecialDates({ zone, today }: { zone: string; today: string }) {
  const t = useTranslations("hours.dates");
  const common = useTranslations("common");
  const locale = useLocale();
  const sentence = useSentence();
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState<Exceptional | "new" | null>(null);
  const year = yearFrom(today);
  const exceptions = api.booking.listExceptions.useQuery(year);
  const holidays = api.booking.listHolidays.useQuery(year);
  const failed = exceptions.error ?? holidays.error;
  if (failed)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(failed)}
        action={
          <Button onClick={() => void Promise.all([exceptions.refetch(), holidays.refetch()])}>
            {common("retry")}
          </Button>
        }
      />
    );
  if (!exceptions.data || !holidays.data) return <Skeleton className="h-72 rounded-lg" />;
  const named = holidays.data.holidays.map(({ date, names }) => {
    return { date, name: locale.startsWith("pt") ? names["pt-BR"] : names.en };
  });
  const lines = specialDates(exceptions.data.exceptions, named);
  const shown = all ? lines : lines.slice(0, FIRST);
  const key = (line: SpecialDate) => `${line.kind} ${line.from}`;
  return (
    <>
      <div className="rounded-lg border border-line bg-surface shadow-low">
        {lines.length === 0 ? (
          <p className="px-5 py-6 text-ink-soft">{t("none")}</p>
        ) : (
          <ul className="divide-y divide-line" aria-label={t("title")}>
            {shown.map((line) => (
              <DateRow key={key(line)} line={line} zone={zone} today={today} onEdit={setEditing} />
            ))}
          </ul>
        )}
        {lines.length > shown.length && (
          <div className="border-t border-line px-2 py-1">
            <Button variant="quiet" onClick={() => setAll(true)}>
              {t("all", { count: lines.length })}
            </Button>
          </div>
        )}
      </div>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-4">
        <Button onClick={() => setEditing("new")}>
          <CalendarPlus aria-hidden />
          {t("add")}
        </Button>
        <HolidayCalendar />
      </div>
      {editing !== null && (
        <ExceptionSheet
          exception={editing === "new" ? null : editing}
          zone={zone}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
