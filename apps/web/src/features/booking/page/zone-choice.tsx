"use client";

import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import { useId } from "react";
import type { Instant } from "../../../ui/when.ts";
import { useDevice } from "./device.ts";
import { placeOf, sameClock } from "./zone.ts";

const readZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the reader's device; null on the server, which cannot know. */
export function useViewerZone(): string | null {
  return useDevice(readZone);
}

/** "horário de Brasília", "horário de Lisboa". */
export function useZoneWords(): (zone: string) => string {
  const t = useTranslations("common.when");
  const locale = useLocale();
  return (zone) => {
    const place = placeOf(zone, locale);
    return place === null ? t("brasiliaTime") : t("zoneTime", { place });
  };
}

interface Props {
  /** The professional's zone and the reader's. */
  zone: string;
  viewerZone: string | null;
  shown: string;
  now: Instant;
  onChange: (zone: string) => void;
}

/** Says in words whose clock this is, and offers the reader's own where it shows another time. */
export function ZoneChoice({ zone, viewerZone, shown, now, onChange }: Props) {
  const t = useTranslations("booking.zone");
  const words = useZoneWords();
  const name = useId();
  if (!viewerZone || sameClock(zone, viewerZone, now))
    return (
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <Globe aria-hidden className="size-4 shrink-0" />
        <span className="inline-block first-letter:uppercase">{words(zone)}</span>
      </p>
    );
  return (
    <fieldset className="text-sm">
      <legend className="mb-2 flex items-center gap-2 text-ink-soft">
        <Globe aria-hidden className="size-4 shrink-0" />
        {t("label")}
      </legend>
      <div className="inline-grid gap-1 rounded-md border border-line bg-sunken p-1 sm:inline-flex">
        {[zone, viewerZone].map((option) => (
          <label
            key={option}
            className="flex min-h-11 items-center rounded-sm px-3 text-ink-soft hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-low has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={shown === option}
              onChange={() => onChange(option)}
              className="sr-only"
            />
            <span className="inline-block first-letter:uppercase">
              {option === viewerZone ? t("yours", { zone: words(option) }) : words(option)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
