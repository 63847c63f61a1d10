"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { clockText, durationText, timeText } from "../../../ui/when.ts";
import { AppointmentSheet } from "./appointment-sheet.tsx";

interface Props {
  /** Those of today, earliest first. */
  appointments: readonly Appointment[];
  zone: string;
  now: string;
}

const MINUTE_MS = 60_000;

/** Who is here, and otherwise who comes next. */
export function NextUp({ appointments, zone, now }: Props) {
  const t = useTranslations("dashboard.nextUp");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const coming = appointments.filter(
    ({ status, endsAt }) => status === "confirmed" && endsAt > now,
  );
  const [first, second] = coming;
  if (!first) return null;
  const isHere = first.startsAt <= now;
  const minutes = Math.max(
    1,
    Math.ceil((Date.parse(first.startsAt) - Date.parse(now)) / MINUTE_MS),
  );
  const lead = isHere
    ? t("until", { time: timeText(first.endsAt, zone, locale) })
    : t("in", { time: durationText(minutes, locale) });
  return (
    <div className="min-w-0">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex w-full items-center gap-4 rounded-lg bg-band py-3 pr-3 pl-4 text-left text-on-band shadow-raised"
      >
        <span className="text-2xl font-semibold tabular-nums">
          {clockText(first.startsAt, zone)}
        </span>
        <span className="min-w-0 flex-1 border-l border-on-band/30 pl-4">
          <span className="block text-sm">{lead}</span>
          <span className="block truncate text-lg leading-6 font-semibold">
            {first.client.name}
          </span>
          <span className="block truncate text-sm">
            {isHere && second
              ? t("after", {
                  name: second.client.name,
                  time: timeText(second.startsAt, zone, locale),
                })
              : first.serviceName}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0" />
      </button>
      <AppointmentSheet
        appointment={first}
        zone={zone}
        now={now}
        open={open}
        onOpenChange={setOpen}
      />
    </div>
  );
}
