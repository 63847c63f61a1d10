"use client";

import { useTranslations } from "next-intl";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field.tsx";

export interface TimeSpan {
  /** Local wall time, HH:mm. */
  start: string;
  /** Local wall time, HH:mm; "24:00" is the end of the day. */
  end: string;
}

/** Whether a span runs forward; both are HH:mm, so the order of text is the order of time. */
export function isForward({ start, end }: TimeSpan): boolean {
  return /^\d\d:\d\d$/.test(start) && /^\d\d:\d\d$/.test(end) && start < end;
}

interface Props {
  value: TimeSpan;
  onValueChange: (value: TimeSpan) => void;
  /** What the span is of ("Segunda-feira"), read aloud before start and end. */
  label: string;
  /** Minutes between the steps of the picker. */
  step?: number;
  disabled?: boolean | undefined;
  /** Id of a sentence about this span that stands outside a `Field`. */
  describedBy?: string | undefined;
  className?: string;
}

/** From when to when, with the device's own time picker. Midnight as an end is "24:00". */
export function TimeRange(props: Props) {
  const { value, onValueChange, label, step = 15, disabled, describedBy, className } = props;
  const t = useTranslations("common.timeRange");
  const field = useFieldControl();
  const shared = {
    type: "time",
    step: step * 60,
    disabled,
    "aria-describedby": describedBy ?? field["aria-describedby"],
    "aria-invalid": field["aria-invalid"] ?? (isForward(value) ? undefined : true),
    className: cn(
      controlClass,
      "h-11 w-auto min-w-0 flex-1 px-2.5 tabular-nums max-sm:[&::-webkit-calendar-picker-indicator]:hidden sm:min-w-28 sm:flex-none",
    ),
  } as const;
  return (
    <fieldset className={cn("flex min-w-0 items-center gap-2", className)}>
      <legend className="sr-only">{label}</legend>
      <input
        {...shared}
        aria-label={`${label}: ${t("start")}`}
        value={value.start}
        onChange={({ currentTarget }) => onValueChange({ ...value, start: currentTarget.value })}
      />
      <span aria-hidden className="text-ink-soft">
        {t("to")}
      </span>
      <input
        {...shared}
        aria-label={`${label}: ${t("end")}`}
        // A time input knows no 24:00.
        value={value.end === "24:00" ? "00:00" : value.end}
        onChange={({ currentTarget: { value: end } }) =>
          onValueChange({ ...value, end: end === "00:00" ? "24:00" : end })
        }
      />
    </fieldset>
  );
}
