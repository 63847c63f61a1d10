"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useDevice } from "./device.ts";
import { addMonths, monthOf, moveBy, weeksOf } from "./month.ts";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";
import { longDay, monthTitle, weekdays } from "./words.ts";

interface Props {
  /** YYYY-MM; the first and the last one that can have slots. */
  month: string;
  first: string;
  last: string;
  toMonth: (month: string) => Step;
  today: string;
  /** How many slots each day has; undefined while nobody knows, also when nobody will. */
  counts: ReadonlyMap<string, number> | undefined;
  loading: boolean;
  selected: string | undefined;
  toDay: (day: string) => Step;
}

const here = () => "here";

/**
 * A month to choose a day from, by touch or as the grid of dates that screen readers and keyboards
 * know: arrows by day and week, Home and End, Page Up and Page Down by month.
 */
export function MonthGrid(props: Props) {
  const { month, first, last, toMonth, today, loading, selected } = props;
  const t = useTranslations("booking.month");
  const locale = useLocale();
  const titleId = useId();
  const cells = useRef<HTMLTableSectionElement>(null);
  const [visited, setVisited] = useState<string | null>(null);
  /** Where the last key leads, until the focus is there. */
  const target = useRef<string | null>(null);
  // One stop for Tab and arrows within, once scripts run; before that every day is one.
  const roving = useDevice(here) !== null;
  const within = visited && monthOf(visited) === month ? visited : null;
  const entry = within ?? selected ?? notBefore(today, `${month}-01`);

  // Weeks that are over only push the free hours off a phone's screen.
  const weeks = weeksOf(month).filter((week) => week.some((day) => day && day >= today));

  // A key that leads into another month arrives once that month is drawn: not before, and at once then,
  // for until it does the focus is nowhere.
  useLayoutEffect(() => {
    const day = target.current;
    if (!day || monthOf(day) !== month) return;
    target.current = null;
    cells.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [entry, month]);

  function onKeyDown(event: KeyboardEvent) {
    const wished = moveBy(event.key, target.current ?? entry);
    if (!wished || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const day = notBefore(today, wished);
    const there = monthOf(day);
    if (there > last || day === entry) return;
    target.current = day;
    setVisited(day);
    if (there !== month) toMonth(there).go();
  }

  return (
    <div>
      <div className="mb-2 flex items-center justify-between">
        <p id={titleId} aria-live="polite" className="pl-2 font-semibold first-letter:uppercase">
          {monthTitle(month, locale)}
        </p>
        <div className="flex">
          <Turn
            label={t("previous")}
            icon={<ChevronLeft aria-hidden />}
            step={month > first ? toMonth(addMonths(month, -1)) : null}
          />
          <Turn
            label={t("next")}
            icon={<ChevronRight aria-hidden />}
            step={month < last ? toMonth(addMonths(month, 1)) : null}
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
                    tabIndex={roving ? (day === entry ? 0 : -1) : undefined}
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

/** One month on or back, as far as there is anything. */
function Turn({ label, icon, step }: { label: string; icon: ReactNode; step: Step | null }) {
  return (
    <StepLink
      step={step}
      aria-label={label}
      title={label}
      className="inline-flex size-11 items-center justify-center rounded-md text-ink-soft transition-colors duration-100 [&_svg]:size-5 [&:not([href])]:opacity-50 [&[href]]:hover:bg-sunken [&[href]]:hover:text-ink"
    >
      {icon}
    </StepLink>
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

interface CellProps extends Pick<Props, "today" | "counts" | "loading" | "selected" | "toDay"> {
  day: string;
  tabIndex: number | undefined;
  visit: (day: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function DayCell(props: CellProps) {
  const { day, today, counts, loading, selected, toDay, tabIndex, visit, onKeyDown } = props;
  const t = useTranslations("booking.month");
  const locale = useLocale();
  const count = counts?.get(day) ?? 0;
  const chosen = selected === day;
  const free = counts ? t("free", { count }) : t(loading ? "loading" : "unknown");
  const name = longDay(day, locale);
  const cell = {
    "data-day": day,
    tabIndex,
    "aria-label": t(day === today ? "todayLabel" : "dayLabel", { day: name, free }),
    onKeyDown,
    className: [
      "relative flex h-11 w-full items-center justify-center rounded-md text-[0.9375rem] tabular-nums",
      loading && day >= today && "animate-pulse bg-sunken text-ink-soft",
      !loading && count === 0 && "text-ink-faint",
      count > 0 && !chosen && "bg-action-soft text-action-ink",
      count > 0 && "font-semibold hover:shadow-[inset_0_0_0_1.5px_var(--action)]",
      chosen && "bg-action text-on-action",
      day === today && "underline decoration-2 underline-offset-4",
    ]
      .filter(Boolean)
      .join(" "),
  };
  return (
    <td aria-selected={chosen} className="p-0">
      {/* A day on which nothing is free can be visited and not chosen. */}
      <StepLink
        step={count > 0 ? toDay(day) : null}
        {...cell}
        onFocus={() => visit(day)}
        onClick={() => visit(day)}
      >
        {Number(day.slice(8))}
        {count > 0 && (
          <span aria-hidden className="absolute bottom-1 size-1 rounded-full bg-current" />
        )}
      </StepLink>
    </td>
  );
}
