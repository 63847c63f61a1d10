"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { Switch } from "../../../ui/switch.tsx";

const USUAL = { quietFrom: "22:00", quietUntil: "08:00" };

interface Times {
  /** Local wall time, HH:mm; both equal: no quiet hours. */
  quietFrom: string;
  quietUntil: string;
}

/** Between which times nobody is reminded. */
export function QuietHours({ value, onChange }: { value: Times; onChange: (to: Times) => void }) {
  const t = useTranslations("messageSettings.quiet");
  const on = value.quietFrom !== value.quietUntil;
  return (
    <>
      <Switch
        label={t("on")}
        checked={on}
        onChange={() => onChange(on ? { quietFrom: "00:00", quietUntil: "00:00" } : USUAL)}
      />
      {on && (
        <div className="mt-2 grid grid-cols-2 gap-4 sm:max-w-xs">
          {(["quietFrom", "quietUntil"] as const).map((end) => (
            <Field key={end} label={t(end)}>
              <TimeInput
                // A time that came from elsewhere is shown anew.
                key={value[end]}
                value={value[end]}
                onChange={(time) => onChange({ ...value, [end]: time })}
              />
            </Field>
          ))}
        </div>
      )}
    </>
  );
}

/** Kept while it is typed: a time in the making is no time. */
function TimeInput({ value, onChange }: { value: string; onChange: (time: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <Input
      type="time"
      className="tabular-nums"
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (!/^\d\d:\d\d$/.test(typed)) setTyped(value);
        else if (typed !== value) onChange(typed);
      }}
    />
  );
}
