"use client";

import { useLocale } from "next-intl";
import { useState, type ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";
import { moneyText, parseMoney } from "./money-text.ts";

interface Props extends Omit<ComponentProps<"input">, "type" | "value" | "onChange"> {
  /** Integer minor units (centavos), null while nothing valid is typed. */
  value: number | null;
  onValueChange: (amount: number | null) => void;
  /** ISO 4217; the digits are those of its minor unit. */
  currency?: string;
  digits?: number;
}

/** An amount of money, read and written in the reader's language, held in integer minor units. */
export function MoneyInput(props: Props) {
  const { value, onValueChange, currency = "BRL", digits = 2, className, onBlur, ...rest } = props;
  const locale = useLocale();
  const shown = (amount: number | null) =>
    amount === null ? "" : moneyText(amount, locale, digits);
  const [draft, setDraft] = useState<string | null>(null);
  const sign =
    new Intl.NumberFormat(locale, { style: "currency", currency })
      .formatToParts(0)
      .find(({ type }) => type === "currency")?.value ?? currency;
  return (
    <div className="relative">
      <span
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 z-10 -translate-y-1/2 text-ink-soft"
      >
        {sign}
      </span>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        className={cn("pl-11 tabular-nums", className)}
        value={draft ?? shown(value)}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          onValueChange(parseMoney(currentTarget.value, locale, digits));
        }}
        onBlur={(event) => {
          // What could be read is written out properly; what could not stays, to be corrected.
          if (value !== null || draft?.trim() === "") setDraft(null);
          onBlur?.(event);
        }}
      />
    </div>
  );
}
