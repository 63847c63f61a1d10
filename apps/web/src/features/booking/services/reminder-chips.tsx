"use client";

import { MAX_REMINDERS } from "@odys/shared/booking/reminder-minutes";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { leadTime } from "./lead-time.ts";

const USUAL = [10_080, 4320, 2880, 1440, 720, 240, 120, 60, 30];

interface Props {
  /** Minutes before the start. */
  value: readonly number[];
  onChange: (minutes: number[]) => void;
}

/** When before a meeting its client is reminded: up to five times, or never. */
export function ReminderChips({ value, onChange }: Props) {
  const t = useTranslations("services.reminders");
  const locale = useLocale();
  const offered = [...new Set([...USUAL, ...value])].toSorted((a, b) => b - a);
  const full = value.length >= MAX_REMINDERS;
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {offered.map((minutes) => {
          const chosen = value.includes(minutes);
          return (
            <li key={minutes}>
              <label className="relative inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-4 text-[0.9375rem] whitespace-nowrap hover:border-ink-soft has-checked:border-action has-checked:bg-action-soft has-checked:font-medium has-checked:text-action-ink has-disabled:border-line has-disabled:text-ink-faint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
                <input
                  type="checkbox"
                  checked={chosen}
                  disabled={full && !chosen}
                  onChange={() =>
                    onChange(
                      chosen
                        ? value.filter((one) => one !== minutes)
                        : [...value, minutes].toSorted((a, b) => b - a),
                    )
                  }
                  className="absolute inset-0 appearance-none rounded-full outline-none"
                />
                {chosen && <Check aria-hidden className="size-4" />}
                {leadTime(minutes, locale)}
              </label>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-sm text-ink-soft" aria-live="polite">
        {value.length === 0 ? t("none") : full ? t("full") : t("chosen", { count: value.length })}
      </p>
    </>
  );
}
