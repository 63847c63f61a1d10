"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { Dialog } from "../dialog.tsx";
import { dayName, WEEK_ORDER } from "./week.ts";

interface Props {
  day: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCopy: (days: readonly number[]) => void;
}

/** Which days get the hours of this one. */
export function CopyDay({ day, open, onOpenChange, onCopy }: Props) {
  const t = useTranslations("common.week");
  const common = useTranslations("common");
  const locale = useLocale();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const others = WEEK_ORDER.filter((other) => other !== day);
  const choose = (days: readonly number[]) => setChosen(others.filter((d) => days.includes(d)));
  const change = (next: boolean) => {
    setChosen([]);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t("copyTitle", { day: dayName(day, locale) })}
      footer={
        <>
          <Button variant="secondary" onClick={() => change(false)}>
            {common("cancel")}
          </Button>
          <Button
            disabled={chosen.length === 0}
            onClick={() => {
              onCopy(chosen);
              change(false);
            }}
          >
            {t("copyButton", { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap gap-2 pb-2">
        <Button variant="secondary" onClick={() => choose([1, 2, 3, 4, 5])}>
          {t("workdays")}
        </Button>
        <Button variant="secondary" onClick={() => choose(WEEK_ORDER)}>
          {t("everyDay")}
        </Button>
      </div>
      <div className="grid sm:grid-cols-2">
        {others.map((other) => (
          <Checkbox
            key={other}
            label={
              <span className="inline-block first-letter:uppercase">{dayName(other, locale)}</span>
            }
            checked={chosen.includes(other)}
            onChange={({ currentTarget: { checked } }) =>
              setChosen(checked ? [...chosen, other] : chosen.filter((d) => d !== other))
            }
          />
        ))}
      </div>
    </Dialog>
  );
}
