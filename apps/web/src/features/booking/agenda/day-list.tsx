"use client";

import type { Appointment, Service } from "@odys/shared/booking/schema";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { clockText } from "../../../ui/when.ts";
import { AppointmentRow } from "./appointment-row.tsx";
import { pastToFold } from "./past-fold.ts";

interface Props {
  appointments: readonly Appointment[];
  colors: ReadonlyMap<string, Service["color"]>;
  zone: string;
  now: string;
  /** Draws the line that says where in the day we are. */
  isToday?: boolean;
  /** The appointment whose sheet is open from the start. */
  opened: string | null;
}

/** The appointments of one day under each other, with a line where now is. */
export function DayList({ appointments, colors, zone, now, isToday = false, opened }: Props) {
  const t = useTranslations("dashboard");
  const [all, setAll] = useState(false);
  const hidden = isToday && !all ? pastToFold(appointments, now, opened) : 0;
  const shown = appointments.slice(hidden);
  const next = isToday ? shown.findIndex(({ startsAt }) => startsAt > now) : -1;
  return (
    <>
      {hidden > 0 && (
        <Button variant="quiet" className="mb-2 -ml-3" onClick={() => setAll(true)}>
          <History aria-hidden />
          {t("showPast", { count: hidden })}
        </Button>
      )}
      <ol className="grid gap-2">
        {shown.map((appointment, index) => (
          <li key={appointment.id} className="grid min-w-0 gap-2">
            {index === next && <NowLine at={now} zone={zone} label={t("now")} />}
            <AppointmentRow
              appointment={appointment}
              zone={zone}
              now={now}
              color={colors.get(appointment.serviceId) ?? "slate"}
              startsOpen={appointment.id === opened}
            />
          </li>
        ))}
        {isToday && next === -1 && (
          <li>
            <NowLine at={now} zone={zone} label={t("now")} />
          </li>
        )}
      </ol>
    </>
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
