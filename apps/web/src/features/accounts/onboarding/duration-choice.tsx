"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "../../../ui/input.tsx";
import { RadioPill } from "../form/radio-pill.tsx";
import { durationText } from "../../../ui/when.ts";

const USUAL = [30, 45, 50, 60, 90, 120];

/** How long it takes: one of the usual lengths, or any number of minutes. */
export function DurationChoice({
  value,
  onValueChange,
}: {
  value: number;
  onValueChange: (minutes: number) => void;
}) {
  const t = useTranslations("onboarding.service");
  const locale = useLocale();
  const [own, setOwn] = useState(!USUAL.includes(value));
  return (
    <div className="flex flex-wrap items-center gap-2">
      {USUAL.map((minutes) => (
        <RadioPill
          key={minutes}
          name="duration"
          checked={!own && value === minutes}
          onChange={() => {
            setOwn(false);
            onValueChange(minutes);
          }}
        >
          {durationText(minutes, locale)}
        </RadioPill>
      ))}
      <RadioPill name="duration" checked={own} onChange={() => setOwn(true)}>
        {t("other")}
      </RadioPill>
      {own && (
        <Input
          type="number"
          inputMode="numeric"
          min={5}
          max={720}
          step={5}
          aria-label={t("minutes")}
          className="w-28 tabular-nums"
          value={Number.isNaN(value) ? "" : value}
          onChange={({ currentTarget }) => onValueChange(currentTarget.valueAsNumber)}
        />
      )}
    </div>
  );
}
