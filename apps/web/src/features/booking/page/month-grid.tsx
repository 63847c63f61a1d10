"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { cn } from "../../../ui/cn.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { addMonths, monthOf, moveBy, weeksOf } from "./month.ts";
import { longDay, monthTitle, weekdays } from "./words.ts";

interface Props {
  /** YYYY-MM; the first and the last one that can have slots. */
  month: string;
  first: string;
  last: string;
  onMonth: (month: string) => void;
  today: string;
  /** How many slots each day has; undefined while nobody knows, also when nobody will. */
  counts: ReadonlyMap<string, number> | undefined;
  loading: boolean;
  selected: string | undefined;
  onSelect: (day: string) => void;
}

/**
 * A month to choose a day from, by touch or as the grid of dates that screen readers and keyboards
 * know: arrows by day and week, Home and End, Page Up and Page Down by month.
 */
export function MonthGrid(props: Props) {
  const { month, first, last, onMonth, today, loading, selected } = props;
  const t = useTranslations("booking.month");
  const locale = useLocale();
  const titleId = useId();
  const cells = useRef<HTMLTableSectionElement>(null);
  const [visited, setVisited] = useState<string | null>(null);
  const moving = useRef(false);
  const within = visited && monthOf(visited) === month ? visited : null;
  const entry = within ?? selected ?? notBefore(today, `${month}-01`);

  // Weeks that are over only push the free hours off a phone's screen.
  const weeks = weeksOf(month).filter((week) => week.some((day) => day && day >= today));

  // A key that leads into another month arrives once that month is drawn.
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    cells.current?.querySelector<HTMLElement>(`[data-day="${entry}"]`)?.focus();
  }, [entry]);

  function onKeyDown(event: KeyboardEvent) {
    const wished = moveBy(event.key, entry);
    if (!wished || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const target = notBefore(today, wished);
    const there = monthOf(target);
    if (there > last) return;
    moving.current = true;
    setVisited(target);
    if (there !== month) onMonth(there);
  }

  return (
    <div>
      <div className="mb-2 flex items-center justify-between">
        <p id={titleId} aria-live="polite" className="pl-2 font-semibold first-letter:uppercase">
          {monthTitle(month, locale)}
        </p>
        <div className="flex">
          <IconButton
            label={t("previous")}
            icon={<ChevronLeft aria-hidden />}
            disabled={month <= first}
            onClick={() => onMonth(addMonths(month, -1))}
          />
          <IconButton
            label={t("next")}
            icon={<ChevronRight aria-hidden />}
            disabled={month >= last}
            onClick={() => onMonth(addMonths(month, 1))}
          />
        </div>
      </div>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid of dates
        role="grid"
        aria-labelledby={titleId}
        aria-busy={loading}
        className="w-full table-fixed border-separate border-spacing-0.5"
      >
        <WeekdayRow />
        <tbody ref={cells}>
          {weeks.map((week, row) => (
            <tr key={row}>
              {week.map((day, column) =>
                day ? (
                  <DayCell
                    key={day}
                    {...props}
                    day={day}
                    entry={day === entry}
                    visit={setVisited}
                    onKeyDown={onKeyDown}
                  />
                ) : (
                  <td key={column} aria-hidden />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function notBefore(today: string, day: string): string {
  return day < today ? today : day;
}

function WeekdayRow() {
  const locale = useLocale();
  return (
    <thead>
      <tr>
        {weekdays(locale).map(({ short, long }) => (
          <th key={long} scope="col" abbr={long} className="h-8 text-xs font-medium text-ink-soft">
            {short}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps extends Pick<Props, "today" | "counts" | "loading" | "selected" | "onSelect"> {
  day: string;
  /** Whether Tab enters the grid here. */
  entry: boolean;
  visit: (day: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function DayCell(props: CellProps) {
  const { day, today, counts, loading, selected, onSelect, entry, visit, onKeyDown } = props;
  const t = useTranslations("booking.month");
  const locale = useLocale();
  const count = counts?.get(day) ?? 0;
  const chosen = selected === day;
  const free = counts ? t("free", { count }) : t(loading ? "loading" : "unknown");
  const name = longDay(day, locale);
  return (
    <td aria-selected={chosen} className="p-0">
      <button
        type="button"
        data-day={day}
        tabIndex={entry ? 0 : -1}
        aria-disabled={count === 0}
        aria-label={t(day === today ? "todayLabel" : "dayLabel", { day: name, free })}
        onKeyDown={onKeyDown}
        onClick={() => {
          visit(day);
          if (count > 0) onSelect(day);
        }}
        className={cn(
          "relative flex h-11 w-full items-center justify-center rounded-md text-[0.9375rem] tabular-nums",
          loading && day >= today && "animate-pulse bg-sunken text-ink-soft",
          count === 0 && "cursor-default! text-ink-faint",
          count > 0 &&
            "bg-action-soft font-semibold text-action-ink hover:shadow-[inset_0_0_0_1.5px_var(--action)]",
          chosen && "bg-action text-on-action",
          day === today && "underline decoration-2 underline-offset-4",
        )}
      >
        {Number(day.slice(8))}
        {count > 0 && (
          <span aria-hidden className="absolute bottom-1 size-1 rounded-full bg-current" />
        )}
      </button>
    </td>
  );
}
