"use client";

import type { Rules, SetRulesInput } from "@odys/shared/booking/rules-schema";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { GuestRules } from "./guest-rules.tsx";
import { useSetRules } from "./use-set-rules.ts";

const STEPS = [5, 10, 15, 20, 30, 60] as const satisfies SetRulesInput["slotStepMinutes"][];
const PER_DAY = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20];
const PER_WEEK = [2, 3, 5, 8, 10, 12, 15, 18, 20, 25, 30, 35, 40, 50];

/** How close together times are offered, how many a day and a week may hold, what guests prove. Saved as they are chosen. */
export function Limits() {
  const t = useTranslations("hours.limits");
  const common = useTranslations("common");
  const sentence = useSentence();
  const rules = api.booking.getRules.useQuery({});
  if (rules.isPending) return <Skeleton className="h-48 rounded-lg" />;
  if (rules.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(rules.error)}
        action={<Button onClick={() => void rules.refetch()}>{common("retry")}</Button>}
      />
    );
  return <LimitFields rules={rules.data} />;
}

function LimitFields({ rules }: { rules: Rules }) {
  const t = useTranslations("hours.limits");
  const set = useSetRules(rules);
  const step = STEPS.find((minutes) => minutes === rules.slotStepMinutes);
  return (
    <div className="rounded-lg border border-line bg-surface p-5 shadow-low">
      <div className="grid gap-5 sm:grid-cols-3">
        <Field label={t("step")} hint={t("stepHint")}>
          <Select
            value={String(step ?? "")}
            onChange={({ currentTarget: { value } }) => {
              const chosen = STEPS.find((minutes) => String(minutes) === value);
              if (chosen !== undefined) set({ slotStepMinutes: chosen });
            }}
          >
            {step === undefined && (
              <option value="">{t("minutes", { count: rules.slotStepMinutes })}</option>
            )}
            {STEPS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t("minutes", { count: minutes })}
              </option>
            ))}
          </Select>
        </Field>
        <Cap
          label={t("perDay")}
          hint={t("perDayHint")}
          value={rules.maxPerDay}
          usual={PER_DAY}
          onChange={(maxPerDay) => set({ maxPerDay })}
        />
        <Cap
          label={t("perWeek")}
          hint={t("perWeekHint")}
          value={rules.maxPerWeek}
          usual={PER_WEEK}
          onChange={(maxPerWeek) => set({ maxPerWeek })}
        />
      </div>
      <GuestRules {...{ rules, set }} />
      <p className="mt-5 border-t border-line pt-4 text-sm text-ink-soft">
        {t.rich("services", {
          link: (words) => (
            <Link
              href="/dashboard/services"
              className="font-medium text-action-ink underline underline-offset-2"
            >
              {words}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}

interface CapProps {
  label: string;
  hint: string;
  value: number | null;
  usual: readonly number[];
  onChange: (value: number | null) => void;
}

/** One of the usual figures, or none; a figure that came from elsewhere stays among them. */
function Cap({ label, hint, value, usual, onChange }: CapProps) {
  const t = useTranslations("hours.limits");
  const offered = value === null || usual.includes(value) ? usual : [...usual, value];
  return (
    <Field label={label} hint={hint}>
      <Select
        value={String(value ?? "")}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? null : Number(currentTarget.value))
        }
      >
        <option value="">{t("noCap")}</option>
        {offered
          .toSorted((a, b) => a - b)
          .map((count) => (
            <option key={count} value={count}>
              {t("atMost", { count })}
            </option>
          ))}
      </Select>
    </Field>
  );
}
