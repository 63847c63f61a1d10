"use client";

import { HOLIDAY_CALENDARS } from "@odys/shared/accounts/practice";
import type { Rules } from "@odys/shared/booking/rules-schema";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSetRules } from "./use-set-rules.ts";

/** Whose public holidays close the agenda. */
export function HolidayCalendar() {
  const { data } = api.booking.getRules.useQuery({});
  return data ? <Choice rules={data} /> : null;
}

function Choice({ rules }: { rules: Rules }) {
  const t = useTranslations("hours.dates");
  const set = useSetRules(rules);
  return (
    <Field label={t("calendar")} className="w-full sm:w-60">
      <Select
        value={rules.holidays}
        onChange={({ currentTarget: { value } }) => {
          const holidays = HOLIDAY_CALENDARS.find((name) => name === value);
          if (holidays) set({ holidays });
        }}
      >
        {HOLIDAY_CALENDARS.map((name) => (
          <option key={name} value={name}>
            {t(`calendars.${name}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
