"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { durationText, priceText } from "../page/words.ts";
import { AppointmentSheet } from "./appointment-sheet.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { useAppointmentActions } from "./use-appointment-actions.ts";

interface Props {
  appointment: Appointment;
  zone: string;
  now: string;
}

/** Somebody asks for a time: two buttons, and everything about it one tap away. */
export function RequestCard({ appointment, zone, now }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale();
  const { confirm, confirming } = useAppointmentActions();
  const [open, setOpen] = useState<"details" | "reject" | null>(null);
  const { client, startsAt, serviceName, durationMinutes, price, message } = appointment;
  const detail = [serviceName, durationText(durationMinutes, locale), priceText(price, locale)];
  return (
    <Card className="flex flex-col gap-4 p-4 sm:flex-row sm:items-center">
      <button
        type="button"
        className="flex min-w-0 flex-1 items-center gap-3 rounded-md text-left"
        onClick={() => setOpen("details")}
      >
        <Avatar name={client.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{client.name}</span>
          <span className="block first-letter:uppercase">
            <WhenText at={startsAt} zone={zone} now={now} />
          </span>
          <span className="block truncate text-sm text-ink-soft tabular-nums">
            {detail.join(" · ")}
          </span>
          {message && (
            <span className="mt-1 block truncate text-sm text-ink-soft">“{message}”</span>
          )}
        </span>
      </button>
      <div className="grid grid-cols-2 gap-2 sm:flex">
        <Button variant="secondary" onClick={() => setOpen("reject")}>
          {t("action.reject")}
          <span className="sr-only">: {client.name}</span>
        </Button>
        <Button
          busy={confirming === appointment.id && t("action.confirming")}
          onClick={() => confirm(appointment)}
        >
          {t("action.confirm")}
          <span className="sr-only">: {client.name}</span>
        </Button>
      </div>
      <AppointmentSheet
        appointment={appointment}
        zone={zone}
        open={open === "details"}
        onOpenChange={() => setOpen(null)}
      />
      {open === "reject" && (
        <RefuseDialog
          appointment={appointment}
          how="reject"
          open
          onOpenChange={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
