"use client";

import type { Rules, SetRulesInput } from "@odys/shared/booking/rules-schema";
import { useTranslations } from "next-intl";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { Switch } from "../../../ui/switch.tsx";

const USUAL = [3, 5, 10, 15, 20, 30, 50];

/** What is asked of whoever books without an account, and how many of them may wait for an answer. */
export function GuestRules({ rules, set }: { rules: Rules; set: (change: SetRulesInput) => void }) {
  const t = useTranslations("hours.guests");
  const { maxPending, guestCheck } = rules;
  const offered = USUAL.includes(maxPending) ? USUAL : [...USUAL, maxPending];
  return (
    <div className="mt-5 grid items-start gap-5 border-t border-line pt-4 sm:grid-cols-3">
      <div className="sm:col-span-2">
        <Switch
          label={t("mail")}
          hint={t("mailHint")}
          checked={guestCheck === "mail"}
          onChange={({ currentTarget: { checked } }) =>
            set({ guestCheck: checked ? "mail" : "work" })
          }
        />
      </div>
      <Field label={t("waiting")} hint={t("waitingHint")}>
        <Select
          value={String(maxPending)}
          onChange={({ currentTarget }) => set({ maxPending: Number(currentTarget.value) })}
        >
          {offered
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {t("atMost", { count })}
              </option>
            ))}
        </Select>
      </Field>
    </div>
  );
}
