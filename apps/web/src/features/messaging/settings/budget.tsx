"use client";

import { CURRENCIES, formatMoney, type Money } from "@odys/shared/kernel/money";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "../../../ui/field.tsx";
import { MoneyInput } from "../../../ui/money-input.tsx";
import { Switch } from "../../../ui/switch.tsx";

const USUAL = 5000;

interface Props {
  /** A month; null: no cap. */
  budget: Money | null;
  spent: Money;
  onChange: (budget: Money | null) => void;
}

/** What messages may cost a month, and what this one has. */
export function Budget({ budget, spent, onChange }: Props) {
  const t = useTranslations("messageSettings.budget");
  const locale = useLocale();
  const said = formatMoney(spent, locale);
  return (
    <>
      <Switch
        label={t("cap")}
        hint={t("capHint")}
        checked={budget !== null}
        onChange={() =>
          onChange(budget === null ? { amount: USUAL, currency: spent.currency } : null)
        }
      />
      {budget && (
        <Field label={t("amount")} className="mt-2 sm:max-w-xs">
          <Amount key={budget.amount} value={budget} onChange={onChange} />
        </Field>
      )}
      <div className="mt-5">
        <p className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-[0.9375rem]">
          <span>{t("spent")}</span>
          <span className="font-medium tabular-nums">
            {budget ? t("of", { spent: said, budget: formatMoney(budget, locale) }) : said}
          </span>
        </p>
        {budget && budget.amount > 0 && (
          <progress
            aria-label={t("spent")}
            className="h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-action [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-action"
            max={budget.amount}
            value={Math.min(spent.amount, budget.amount)}
          />
        )}
        {budget && spent.amount >= budget.amount && (
          <p className="mt-1.5 text-sm font-medium text-late">{t("stopped")}</p>
        )}
      </div>
    </>
  );
}

/** Saved when one leaves it, and not at every key. */
function Amount({ value, onChange }: { value: Money; onChange: (value: Money) => void }) {
  const [amount, setAmount] = useState<number | null>(value.amount);
  const save = () => {
    if (amount !== null && amount !== value.amount) onChange({ ...value, amount });
  };
  return (
    <MoneyInput
      value={amount}
      currency={value.currency}
      digits={CURRENCIES[value.currency]}
      onValueChange={setAmount}
      onBlur={save}
      onKeyDown={({ key }) => key === "Enter" && save()}
    />
  );
}
