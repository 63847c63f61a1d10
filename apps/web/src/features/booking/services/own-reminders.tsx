"use client";

import { useTranslations } from "next-intl";
import { Switch } from "../../../ui/switch.tsx";
import { ReminderChips } from "./reminder-chips.tsx";

const USUAL = [1440, 60];

interface Props {
  /** Minutes before the start; null: as the practice does. */
  value: readonly number[] | null;
  onChange: (minutes: number[] | null) => void;
}

/** When clients of one service are reminded, where that is otherwise than in the practice. */
export function OwnReminders({ value, onChange }: Props) {
  const t = useTranslations("services.reminders");
  return (
    <div>
      <Switch
        label={t("own")}
        hint={t("ownHint")}
        checked={value !== null}
        onChange={() => onChange(value === null ? USUAL : null)}
      />
      {value !== null && (
        <fieldset className="mt-2">
          <legend className="sr-only">{t("own")}</legend>
          <ReminderChips value={value} onChange={onChange} />
        </fieldset>
      )}
    </div>
  );
}
