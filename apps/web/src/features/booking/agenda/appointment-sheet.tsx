"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { MessageCircle, MessagesSquare, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { Sheet } from "../../../ui/dialog.tsx";
import { Reschedule } from "../calendar/reschedule.tsx";
import { AppointmentDetails } from "./appointment-details.tsx";
import { OutcomeActions } from "./outcome-actions.tsx";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { AppointmentStatusPill } from "./status.tsx";
import { type Refusal, useAppointmentActions } from "./use-appointment-actions.ts";

interface Props {
  appointment: Appointment;
  zone: string;
  now: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Everything about one appointment, and what can be done with it. */
export function AppointmentSheet({ open, onOpenChange, ...shown }: Props) {
  const { client, status } = shown.appointment;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={client.name}
      description={<AppointmentStatusPill status={status} />}
      footer={canAct(status) && <AppointmentActions {...shown} />}
    >
      <AppointmentBody {...shown} />
    </Sheet>
  );
}

type Shown = Pick<Props, "appointment" | "zone" | "now">;

/** Whether anything is still to be decided about it. */
export function canAct(status: Appointment["status"]): boolean {
  return status === "pending_confirmation" || status === "confirmed";
}

/** What the sheet holds, for whoever opens it before the appointment has come. */
export function AppointmentBody({ appointment, zone, now }: Shown) {
  return (
    <>
      <Reach clientId={appointment.client.id} phone={appointment.client.phone} />
      <OutcomeActions appointment={appointment} now={now} />
      <AppointmentDetails appointment={appointment} zone={zone} now={now} />
    </>
  );
}

/** The ways in which people are really reached. */
function Reach({ clientId, phone }: { clientId: string; phone: string }) {
  const t = useTranslations("dashboard.sheet");
  return (
    <div className="mb-5 grid grid-cols-2 gap-2">
      <ButtonLink
        href={`/dashboard/messages/${clientId}`}
        variant="secondary"
        className="col-span-2"
      >
        <MessagesSquare aria-hidden />
        {t("message")}
      </ButtonLink>
      <a
        className={buttonClass({ variant: "secondary" })}
        href={`https://wa.me/${phone.slice(1)}`}
        target="_blank"
        rel="noreferrer"
      >
        <MessageCircle aria-hidden />
        WhatsApp
      </a>
      <a className={buttonClass({ variant: "secondary" })} href={`tel:${phone}`}>
        <Phone aria-hidden />
        {t("call")}
      </a>
    </div>
  );
}

/** Confirmed or refused, moved, called off. */
export function AppointmentActions({ appointment, zone, now }: Shown) {
  const t = useTranslations("dashboard.action");
  const { confirm } = useAppointmentActions();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const waiting = appointment.status === "pending_confirmation";
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex">
      <Button variant="danger" onClick={() => setRefusal(waiting ? "reject" : "cancel")}>
        {t(waiting ? "reject" : "cancel")}
      </Button>
      <Reschedule id={appointment.id} startsAt={appointment.startsAt} zone={zone} now={now} />
      {waiting && (
        <Button className="max-sm:col-span-2" onClick={() => confirm(appointment)}>
          {t("confirm")}
        </Button>
      )}
      <RefuseDialog
        appointment={appointment}
        how={refusal ?? (waiting ? "reject" : "cancel")}
        open={refusal !== null}
        onOpenChange={() => setRefusal(null)}
      />
    </div>
  );
}
