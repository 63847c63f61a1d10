"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { Banknote, CalendarClock, Mail, MapPin, MessageCircle, Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { clockText, localDay } from "../../../ui/when.ts";
import { durationText, longDay, priceText } from "../page/words.ts";
import { RefuseDialog } from "./refuse-dialog.tsx";
import { AppointmentStatusPill } from "./status.tsx";
import { type Refusal, useAppointmentActions } from "./use-appointment-actions.ts";

interface Props {
  appointment: Appointment;
  zone: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Everything about one appointment, and what can be done with it. */
export function AppointmentSheet({ appointment, zone, open, onOpenChange }: Props) {
  const { client, status } = appointment;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={client.name}
      description={<AppointmentStatusPill status={status} />}
      footer={<Actions appointment={appointment} />}
    >
      <Details appointment={appointment} zone={zone} />
    </Sheet>
  );
}

function Details({ appointment, zone }: Pick<Props, "appointment" | "zone">) {
  const t = useTranslations("dashboard.sheet");
  const places = useTranslations("booking.place");
  const payment = useTranslations("dashboard.payment");
  const locale = useLocale();
  const { client, startsAt, endsAt, place, placeDetail, price, message, reason } = appointment;
  const times = `${clockText(startsAt, zone)}–${clockText(endsAt, zone)}`;
  return (
    <dl className="grid gap-4">
      <Row icon={<CalendarClock />} label={t("when")}>
        <span className="inline-block first-letter:uppercase">
          {longDay(localDay(startsAt, zone), locale)}
        </span>
        <span className="block text-ink-soft tabular-nums">
          {times} · {appointment.serviceName}, {durationText(appointment.durationMinutes, locale)}
        </span>
      </Row>
      <Row icon={<MapPin />} label={t("where")}>
        {places(place)}
        {placeDetail && <span className="block text-ink-soft">{placeDetail}</span>}
      </Row>
      <Row icon={<Banknote />} label={t("price")}>
        {priceText(price, locale)}
        {price.amount > 0 && (
          <span className="block text-ink-soft">{payment(appointment.paymentStatus)}</span>
        )}
      </Row>
      <Row icon={<Phone />} label={t("contact")}>
        <a className="inline-flex min-h-11 items-center underline" href={`tel:${client.phone}`}>
          {maskPhone(client.phone)}
        </a>
        <a
          className="ml-4 inline-flex min-h-11 items-center underline"
          href={`https://wa.me/${client.phone.slice(1)}`}
          target="_blank"
          rel="noreferrer"
        >
          WhatsApp
        </a>
      </Row>
      {client.email && (
        <Row icon={<Mail />} label={t("email")}>
          <a className="underline" href={`mailto:${client.email}`}>
            {client.email}
          </a>
        </Row>
      )}
      {message && (
        <Row icon={<MessageCircle />} label={t("message")}>
          <span className="whitespace-pre-line">{message}</span>
        </Row>
      )}
      {reason && (
        <Row icon={<MessageCircle />} label={t("reason")}>
          <span className="whitespace-pre-line">{reason}</span>
        </Row>
      )}
    </dl>
  );
}

function Row({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="pt-0.5 text-ink-faint [&_svg]:size-5">
        {icon}
        <span className="sr-only">{label}</span>
      </dt>
      <dd className="min-w-0 flex-1 break-words">{children}</dd>
    </div>
  );
}

function Actions({ appointment }: { appointment: Appointment }) {
  const t = useTranslations("dashboard.action");
  const { confirm, confirming } = useAppointmentActions();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { status } = appointment;
  const waiting = status === "pending_confirmation";
  if (!waiting && status !== "confirmed") return null;
  return (
    <>
      <Button variant="danger" onClick={() => setRefusal(waiting ? "reject" : "cancel")}>
        {t(waiting ? "reject" : "cancel")}
      </Button>
      {waiting && (
        <Button busy={confirming !== null && t("confirming")} onClick={() => confirm(appointment)}>
          {t("confirm")}
        </Button>
      )}
      {refusal && (
        <RefuseDialog
          appointment={appointment}
          how={refusal}
          open
          onOpenChange={() => setRefusal(null)}
        />
      )}
    </>
  );
}
