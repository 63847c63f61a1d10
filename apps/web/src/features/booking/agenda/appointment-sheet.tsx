"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
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
export function AppointmentSheet({ appointment, zone, now, open, onOpenChange }: Props) {
  const { client, status } = appointment;
  const canAct = status === "pending_confirmation" || status === "confirmed";
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={client.name}
      description={<AppointmentStatusPill status={status} />}
      footer={canAct && <Actions appointment={appointment} zone={zone} now={now} />}
    >
      <Reach phone={client.phone} />
      <OutcomeActions appointment={appointment} now={now} />
      <AppointmentDetails appointment={appointment} zone={zone} now={now} />
    </Sheet>
  );
}

/** The two ways in which people are really reached. */
function Reach({ phone }: { phone: string }) {
  const t = useTranslations("dashboard.sheet");
  return (
    <div className="mb-5 grid grid-cols-2 gap-2">
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

function Actions({ appointment, zone, now }: Pick<Props, "appointment" | "zone" | "now">) {
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
