"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "../../../ui/select.tsx";
import { useHydrated } from "../form/use-hydrated.ts";
import { cityOf, zoneGroups, zoneWords } from "./zones.ts";

interface Props extends Omit<ComponentProps<"select">, "value" | "onChange"> {
  value: string;
  onValueChange: (zone: string) => void;
}

/** A time zone by its city; those of Brazil first and with their name. */
export function ZoneSelect({ value, onValueChange, ...rest }: Props) {
  const t = useTranslations("onboarding.contact");
  const locale = useLocale();
  // Four hundred options, and every browser knows other ones: not for the server to write.
  const hydrated = useHydrated();
  const { brazil, others } = hydrated ? zoneGroups([value]) : { brazil: [value], others: [] };
  return (
    <Select
      {...rest}
      value={value}
      onChange={({ currentTarget }) => onValueChange(currentTarget.value)}
    >
      <optgroup label={t("zoneBrazil")}>
        {brazil.map((zone) => (
          <option key={zone} value={zone}>
            {cityOf(zone)} ({zoneWords(zone, locale)})
          </option>
        ))}
      </optgroup>
      <optgroup label={t("zoneOthers")}>
        {others.map((zone) => (
          <option key={zone} value={zone}>
            {zone.split("/").slice(0, -1).join("/").replaceAll("_", " ")}: {cityOf(zone)}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
