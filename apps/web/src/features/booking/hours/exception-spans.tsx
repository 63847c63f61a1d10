"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { TimeRange } from "../../../ui/time-range.tsx";
import { type DayProblem, type DaySpan, oneMore } from "../../../ui/week-editor/week.ts";

interface Props {
  value: readonly DaySpan[];
  onValueChange: (value: DaySpan[]) => void;
  problem: DayProblem | null;
}

/** The hours of dates that have their own: one window or several. */
export function ExceptionSpans({ value, onValueChange, problem }: Props) {
  const t = useTranslations("hours.dates");
  const week = useTranslations("common.week");
  const more = oneMore(value);
  return (
    <Field label={t("hours")} group error={problem ? week(problem) : undefined}>
      <ul className="grid gap-2">
        {value.map(({ startTime, endTime }, index) => (
          <li key={index} className="flex items-center gap-2">
            <TimeRange
              label={t("window", { number: index + 1 })}
              value={{ start: startTime, end: endTime }}
              onValueChange={({ start, end }) =>
                onValueChange(value.with(index, { startTime: start, endTime: end }))
              }
            />
            {value.length > 1 && (
              <IconButton
                label={t("removeWindow", { number: index + 1 })}
                icon={<X aria-hidden />}
                onClick={() => onValueChange(value.toSpliced(index, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      {more && value.length < 10 && (
        <Button
          variant="quiet"
          className="mt-1 -ml-3 px-3"
          onClick={() => onValueChange([...value, more])}
        >
          <Plus aria-hidden />
          {week("add")}
        </Button>
      )}
    </Field>
  );
}
