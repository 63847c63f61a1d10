"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { AppointmentSheet } from "./appointment-sheet.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { AppointmentStatusPill } from "./status.tsx";
import { useAppointmentActions } from "./use-appointment-actions.ts";
import { durationText } from "../../../ui/when.ts";

interface Props {
  appointment: Appointment;
  zone: string;
  now: string;
}

/** Somebody asks for a time: two buttons, and everything about it one tap away. */
export function RequestCard({ appointment, zone, now }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale();
  const { confirm } = useAppointmentActions();
  const [open, setOpen] = useState<"details" | "reject" | null>(null);
  const { client, startsAt, serviceName, durationMinutes, message, status } = appointment;
  return (
    <Card className="p-0">
      <button
        type="button"
        className="flex w-full min-w-0 items-start gap-3 rounded-lg px-4 pt-3 pb-2.5 text-left"
        onClick={() => setOpen("details")}
      >
        <Avatar name={client.name} className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{client.name}</span>
          <span className="block font-medium first-letter:uppercase">
            <WhenText at={startsAt} zone={zone} now={now} />
          </span>
          <span className="block truncate text-sm text-ink-soft">
            {serviceName} · {durationText(durationMinutes, locale)}
          </span>
          {message && (
            <span className="mt-1 line-clamp-2 text-sm text-ink-soft italic">{message}</span>
          )}
        </span>
      </button>
      <div className="grid min-h-11 grid-cols-2 items-center gap-2 px-4 pb-3.5">
        {status === "pending_confirmation" ? (
          <>
            <Button
              variant="secondary"
              aria-label={`${t("action.reject")}: ${client.name}`}
              onClick={() => setOpen("reject")}
            >
              {t("action.reject")}
            </Button>
            <Button
              aria-label={`${t("action.confirm")}: ${client.name}`}
              onClick={() => confirm(appointment)}
            >
              {t("action.confirm")}
            </Button>
          </>
        ) : (
          <AppointmentStatusPill status={status} />
        )}
      </div>
      <AppointmentSheet
        appointment={appointment}
        zone={zone}
        now={now}
        open={open === "details"}
        onOpenChange={() => setOpen(null)}
      />
      <RefuseDialog
        appointment={appointment}
        how="reject"
        open={open === "reject"}
        onOpenChange={() => setOpen(null)}
      />
    </Card>
  );
}
