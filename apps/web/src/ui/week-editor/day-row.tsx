"use client";

import { CircleAlert, Copy, Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { Button } from "../button.tsx";
import { IconButton } from "../icon-button.tsx";
import { Switch } from "../switch.tsx";
import { TimeRange } from "../time-range.tsx";
import { CopyDay } from "./copy-day.tsx";
import {
  dayName,
  type DaySpan,
  oneMore,
  openingSpans,
  problemOf,
  spansOf,
  type WeekWindow,
} from "./week.ts";

interface Props {
  day: number;
  week: readonly WeekWindow[];
  disabled?: boolean | undefined;
  /** `days`: to which days the spans go; this one when left out. */
  onSpansChange: (spans: DaySpan[], days?: readonly number[]) => void;
}

/** One day: open or closed, its windows, and what can be done with them. */
export function DayRow({ day, week, disabled, onSpansChange }: Props) {
  const t = useTranslations("common.week");
  const name = dayName(day, useLocale());
  const errorId = useId();
  const spans = spansOf(week, day);
  const problem = problemOf(spans);
  const reopened = useRef<DaySpan[] | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const follow = useFollowingFocus(rows, spans.length);

  function toggle(open: boolean) {
    if (!open) reopened.current = spans;
    // Opened again: what was there a moment ago, and not a guess.
    onSpansChange(open ? (reopened.current ?? openingSpans(week, day)) : []);
  }

  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-6 px-4 py-2 md:grid-cols-[11.5rem_minmax(0,1fr)] md:px-5 md:py-3">
      <Switch
        label={<span className="font-medium first-letter:uppercase inline-block">{name}</span>}
        checked={spans.length > 0}
        disabled={disabled}
        onChange={({ currentTarget }) => toggle(currentTarget.checked)}
        className="self-start"
      />
      {spans.length === 0 ? (
        <p className="hidden self-center text-ink-soft md:block">{t("closed")}</p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-2 pb-2 md:grid-cols-[auto_1fr] md:pb-0">
          <div
            ref={rows}
            className="grid grid-cols-[minmax(0,1fr)] gap-2 md:grid-cols-[max-content]"
          >
            {spans.map((span, i) => (
              <div key={i} className="flex min-w-0 items-center gap-1">
                <TimeRange
                  className="flex-1"
                  label={spans.length > 1 ? t("window", { day: name, number: i + 1 }) : name}
                  value={{ start: span.startTime, end: span.endTime }}
                  describedBy={problem ? errorId : undefined}
                  disabled={disabled}
                  onValueChange={({ start, end }) =>
                    onSpansChange(
                      spans.map((old, at) => (at === i ? { startTime: start, endTime: end } : old)),
                    )
                  }
                />
                {spans.length === 1 ? (
                  // What comes after stands under that of days with more windows.
                  <span aria-hidden className="hidden size-11 md:block" />
                ) : (
                  <IconButton
                    label={t("remove", { day: name, from: span.startTime, to: span.endTime })}
                    icon={<Trash2 aria-hidden />}
                    disabled={disabled}
                    onClick={() => {
                      follow();
                      onSpansChange(spans.filter((_, at) => at !== i));
                    }}
                  />
                )}
              </div>
            ))}
          </div>
          <DayActions
            {...{ day, name, spans, disabled, onSpansChange }}
            onAdd={(span) => {
              follow();
              onSpansChange([...spans, span]);
            }}
          />
          <div aria-live="polite" className="md:col-span-2">
            {problem && (
              <p id={errorId} className="mt-1.5 flex gap-1.5 text-sm font-medium text-bad">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {t(problem)}
              </p>
            )}
          </div>
        </div>
      )}
    </li>
  );
}

function DayActions({
  day,
  name,
  spans,
  disabled,
  onSpansChange,
  onAdd,
}: Omit<Props, "week"> & { name: string; spans: DaySpan[]; onAdd: (span: DaySpan) => void }) {
  const t = useTranslations("common.week");
  const [copying, setCopying] = useState(false);
  const more = oneMore(spans);
  return (
    <div className="-ml-3 flex flex-wrap md:ml-0 md:flex-nowrap">
      <Button
        variant="quiet"
        className="px-3"
        disabled={disabled || more === null}
        aria-label={t("addTo", { day: name })}
        title={t("add")}
        onClick={() => more && onAdd(more)}
      >
        <Plus aria-hidden />
        <span className="md:hidden">{t("add")}</span>
      </Button>
      <Button
        variant="quiet"
        className="px-3"
        disabled={disabled || problemOf(spans) !== null}
        aria-label={t("copyOf", { day: name })}
        title={t("copy")}
        onClick={() => setCopying(true)}
      >
        <Copy aria-hidden />
        <span className="md:hidden">{t("copy")}</span>
      </Button>
      <CopyDay
        day={day}
        open={copying}
        onOpenChange={setCopying}
        onCopy={(days) => onSpansChange(spans, days)}
      />
    </div>
  );
}

/** Keeps the keyboard where the hand is: in a window that was added, near one that is gone. */
function useFollowingFocus(rows: RefObject<HTMLDivElement | null>, count: number) {
  const changed = useRef(false);
  useEffect(() => {
    const inputs = rows.current?.querySelectorAll<HTMLInputElement>("input[type=time]");
    if (changed.current && inputs) inputs[inputs.length - 2]?.focus();
    changed.current = false;
  }, [rows, count]);
  return () => {
    changed.current = true;
  };
}
