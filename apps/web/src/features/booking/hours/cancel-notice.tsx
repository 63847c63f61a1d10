"use client";

import type { Rules } from "@odys/shared/booking/rules-schema";
import { useLocale, useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSetRules } from "./use-set-rules.ts";
import { durationText } from "../../../ui/when.ts";

/** Minutes; a figure that came from elsewhere stays among them. */
const USUAL = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080];

/** Until when clients cancel and move by themselves. Saved as it is chosen. */
export function CancelNotice() {
  const [rules] = api.booking.getRules.useSuspenseQuery({});
  return <NoticeField rules={rules} />;
}

function NoticeField({ rules }: { rules: Rules }) {
  const t = useTranslations("settings.policies");
  const locale = useLocale();
  const set = useSetRules(rules);
  const { cancelNoticeMinutes: notice } = rules;
  const offered = USUAL.includes(notice) ? USUAL : [...USUAL, notice];
  const before = (minutes: number) => {
    if (minutes === 0) return t("untilStart");
    const days = minutes > 1440 && minutes % 1440 === 0;
    const time = days ? t("days", { count: minutes / 1440 }) : durationText(minutes, locale);
    return t("before", { time });
  };
  return (
    <Field label={t("cancel")} hint={t("cancelHint")}>
      <Select
        value={String(notice)}
        onChange={({ currentTarget }) => set({ cancelNoticeMinutes: Number(currentTarget.value) })}
      >
        {offered
          .toSorted((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={minutes}>
              {before(minutes)}
            </option>
          ))}
      </Select>
    </Field>
  );
}
