"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { clockText, dayText, localDay, timeText } from "../../../ui/when.ts";
import type { Refusal } from "./refusal.ts";

interface Props extends Refusal {
  zone: string;
  now: string;
  reason: string;
  /** It was asked for, and nothing was written. */
  missing: boolean;
  onReason: (reason: string) => void;
  onPick: (start: number) => void;
}

/** Who has the time, when there is some near it, and the reason to take it all the same. */
export function TakenNote({ overlaps, alternatives, zone, now, ...props }: Props) {
  const t = useTranslations("calendar.taken");
  const common = useTranslations("common.validation");
  const when = useWhen(zone, now);
  const { reason, missing, onReason, onPick } = props;
  return (
    <div className="grid gap-4">
      {overlaps.length > 0 && (
        <ul className="grid gap-1">
          {overlaps.map(({ id, name, from, to }) => (
            <li key={id} className="rounded-md bg-bad-soft px-3 py-2 text-bad">
              <span className="font-medium">{name}</span>{" "}
              <span className="tabular-nums">
                {clockText(from, zone)}–{clockText(to, zone)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {alternatives.length > 0 && (
        <Field group label={t("alternatives")}>
          <div className="flex flex-wrap gap-2">
            {alternatives.map((at) => (
              <Button key={at} type="button" variant="secondary" onClick={() => onPick(at)}>
                {when(at)}
              </Button>
            ))}
          </div>
        </Field>
      )}
      {overlaps.length > 0 && (
        <Field
          label={t("reason")}
          hint={t("hint")}
          error={missing && !reason.trim() ? common("required") : undefined}
        >
          <Input
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => onReason(currentTarget.value)}
          />
        </Field>
      )}
    </div>
  );
}

/** "qui 12/11, 14h". */
export function useWhen(zone: string, now: string): (at: number | string) => string {
  const locale = useLocale();
  return (at) => `${dayText(localDay(at, zone), locale, now, zone)}, ${timeText(at, zone, locale)}`;
}
