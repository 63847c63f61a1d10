"use client";

import type { Appointment, Service } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "../../../ui/cn.ts";
import { clockText } from "../../../ui/when.ts";
import { durationText } from "../page/words.ts";
import { AppointmentSheet } from "./appointment-sheet.tsx";
import { SERVICE_EDGE } from "./service-color.ts";
import { AppointmentStatusPill } from "./status.tsx";

interface Props {
  appointments: readonly Appointment[];
  colors: ReadonlyMap<string, Service["color"]>;
  zone: string;
  /** Draws the line that says where in the day we are; left out for other days. */
  now?: string;
}

/** The appointments of one day under each other, with a line where now is. */
export function DayList({ appointments, colors, zone, now }: Props) {
  const t = useTranslations("dashboard");
  const next = now === undefined ? -1 : appointments.findIndex(({ endsAt }) => endsAt > now);
  return (
    <ol className="grid gap-2">
      {appointments.map((appointment, index) => (
        <li key={appointment.id} className="grid gap-2">
          {now !== undefined && index === next && <NowLine at={now} zone={zone} label={t("now")} />}
          <AppointmentRow
            appointment={appointment}
            zone={zone}
            color={colors.get(appointment.serviceId) ?? "slate"}
            over={now !== undefined && appointment.endsAt <= now}
          />
        </li>
      ))}
      {now !== undefined && next === -1 && (
        <li>
          <NowLine at={now} zone={zone} label={t("now")} />
        </li>
      )}
    </ol>
  );
}

function NowLine({ at, zone, label }: { at: string; zone: string; label: string }) {
  return (
    <div className="flex items-center gap-3 text-sm font-semibold text-accent tabular-nums">
      <span className="w-12 text-right">
        <span className="sr-only">{label} </span>
        {clockText(at, zone)}
      </span>
      <span aria-hidden className="h-0.5 flex-1 rounded-full bg-accent" />
    </div>
  );
}

interface RowProps {
  appointment: Appointment;
  zone: string;
  color: Service["color"];
  over: boolean;
}

function AppointmentRow({ appointment, zone, color, over }: RowProps) {
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { client, status, startsAt, endsAt, serviceName, durationMinutes } = appointment;
  const gone = status === "cancelled" || status === "rejected";
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={cn(
          "flex min-h-16 w-full items-stretch gap-3 rounded-lg text-left hover:bg-sunken",
          over && "text-ink-soft",
        )}
      >
        <span className="w-12 shrink-0 pt-3 text-right leading-5 tabular-nums">
          <span className="block font-semibold">{clockText(startsAt, zone)}</span>
          <span className="block text-sm text-ink-faint">{clockText(endsAt, zone)}</span>
        </span>
        <span className="flex min-w-0 flex-1 items-center gap-3 overflow-hidden rounded-lg border border-line bg-surface">
          <span aria-hidden className={cn("w-1 self-stretch", SERVICE_EDGE[color])} />
          <span className="min-w-0 flex-1 py-2.5">
            <span className={cn("block truncate font-medium", gone && "line-through")}>
              {client.name}
            </span>
            <span className="block truncate text-sm text-ink-soft">
              {serviceName} · {durationText(durationMinutes, locale)}
            </span>
          </span>
          <span className="shrink-0 pr-3">
            <AppointmentStatusPill status={status} />
          </span>
        </span>
      </button>
      <AppointmentSheet appointment={appointment} zone={zone} open={open} onOpenChange={setOpen} />
    </>
  );
}
