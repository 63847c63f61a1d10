"use client";

import type { Appointment, Service } from "@odys/shared/booking/schema";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "../../../ui/cn.ts";
import { clockText, durationText } from "../../../ui/when.ts";
import { AppointmentSheet } from "./appointment-sheet.tsx";
import { SERVICE_EDGE } from "./service-color.ts";
import { AppointmentStatusPill } from "./status.tsx";

interface Props {
  appointment: Appointment;
  zone: string;
  now: string;
  color: Service["color"];
  startsOpen: boolean;
}

/** One appointment of a day: when, who, what; the rest is one tap away. */
export function AppointmentRow({ appointment, zone, now, color, startsOpen }: Props) {
  const locale = useLocale();
  const [open, setOpen] = useState(startsOpen);
  const { client, status, startsAt, endsAt, serviceName, durationMinutes } = appointment;
  const gone = status === "cancelled" || status === "rejected";
  const over = endsAt <= now;
  const quiet = gone || over;
  const isHere = !quiet && startsAt <= now;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="group flex min-h-16 w-full min-w-0 items-stretch gap-3 rounded-lg text-left"
      >
        <span
          className={cn(
            "w-12 shrink-0 pt-3 text-right leading-5 tabular-nums",
            quiet && "text-ink-faint",
          )}
        >
          <span className={cn("block", quiet ? "font-medium" : "font-semibold")}>
            {clockText(startsAt, zone)}
          </span>
          <span className="block text-sm text-ink-faint">{clockText(endsAt, zone)}</span>
        </span>
        <span
          className={cn(
            "flex min-w-0 flex-1 items-center gap-3 overflow-hidden rounded-lg border border-line pr-3 group-hover:border-line-strong",
            quiet ? "text-ink-soft" : "bg-surface shadow-low",
            isHere && "border-action shadow-raised",
          )}
        >
          <span
            aria-hidden
            className={cn("w-1.5 self-stretch", SERVICE_EDGE[color], quiet && "opacity-45")}
          />
          <span className="min-w-0 flex-1 py-2.5">
            <span
              className={cn(
                "block truncate",
                quiet ? "font-medium" : "font-semibold",
                gone && "line-through",
              )}
            >
              {client.name}
            </span>
            <span className="block truncate text-sm text-ink-soft">
              {serviceName} · {durationText(durationMinutes, locale)}
            </span>
            {status !== "confirmed" && (
              // Beside the name there is no room for it on a phone.
              <AppointmentStatusPill status={status} className="mt-1.5 mb-0.5 sm:hidden" />
            )}
          </span>
          {status === "confirmed" ? (
            <Confirmed />
          ) : (
            <AppointmentStatusPill status={status} className="shrink-0 max-sm:hidden" />
          )}
        </span>
      </button>
      <AppointmentSheet
        appointment={appointment}
        zone={zone}
        now={now}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  );
}

/** What nearly all of them are is said quietly, so that the rest is seen. */
function Confirmed() {
  const t = useTranslations("dashboard.status");
  return (
    <span className="shrink-0 text-good" title={t("confirmed")}>
      <Check aria-hidden strokeWidth={2.4} className="size-4.5" />
      <span className="sr-only">{t("confirmed")}</span>
    </span>
  );
}
