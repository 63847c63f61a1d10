import type { Appointment } from "@odys/shared/booking/schema";
import {
  Banknote,
  CalendarClock,
  ClipboardList,
  History,
  Mail,
  MapPin,
  MessageSquareText,
  Phone,
  Send,
} from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DialogClose } from "../../../ui/dialog.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { clockText, durationText, localDay } from "../../../ui/when.ts";
import { AppointmentHistory } from "../calendar/history.tsx";
import { SentMessages } from "./sent-messages.tsx";
import { longDay, priceText } from "../page/words.ts";

interface Props {
  appointment: Appointment;
  zone: string;
  now: string;
}

/** When, where, for how much, who, what was written, and how it came about. */
export function AppointmentDetails({ appointment, zone, now }: Props) {
  const t = useTranslations("dashboard.sheet");
  const places = useTranslations("services.place");
  const payment = useTranslations("dashboard.payment");
  const common = useTranslations("common");
  const locale = useLocale();
  const { client, startsAt, endsAt, place, placeDetail, price, message, intake } = appointment;
  const day = localDay(startsAt, zone);
  return (
    <dl className="grid gap-4">
      <Row icon={<CalendarClock />} label={t("when")}>
        <span className="block font-medium first-letter:uppercase">{longDay(day, locale)}</span>
        <span className="block tabular-nums">
          {clockText(startsAt, zone)}–{clockText(endsAt, zone)}
        </span>
        <span className="block text-ink-soft">
          {appointment.serviceName} · {durationText(appointment.durationMinutes, locale)}
        </span>
        <DialogClose asChild>
          <Link
            href={`/dashboard/agenda?view=day&date=${day}`}
            className="inline-flex min-h-11 items-center font-medium text-action-ink underline"
          >
            {t("seeDay")}
          </Link>
        </DialogClose>
      </Row>
      <Row icon={<MapPin />} label={t("where")}>
        {places(place)}
        {placeDetail && <span className="block text-ink-soft">{placeDetail}</span>}
      </Row>
      <Row icon={<Banknote />} label={t("price")}>
        {price.amount === 0 ? t("free") : priceText(price, locale)}
        {price.amount > 0 && (
          <span className="block text-ink-soft">{payment(appointment.paymentStatus)}</span>
        )}
      </Row>
      {message && (
        <Row icon={<MessageSquareText />} label={t("message")}>
          <span className="whitespace-pre-line">{message}</span>
        </Row>
      )}
      {intake.length > 0 && (
        <Row icon={<ClipboardList />} label={t("answers")}>
          <ul className="grid gap-2">
            {intake.map(({ question, kind, answer }) => (
              <li key={question}>
                <span className="block text-sm text-ink-soft">{question}</span>
                <span className="whitespace-pre-line">
                  {kind === "yes_no" ? common(answer === "yes" ? "yes" : "no") : answer}
                </span>
              </li>
            ))}
          </ul>
        </Row>
      )}
      <Row icon={<Phone />} label={t("contact")}>
        {maskPhone(client.phone)}
      </Row>
      {client.email && (
        <Row icon={<Mail />} label={t("email")}>
          <a className="underline" href={`mailto:${client.email}`}>
            {client.email}
          </a>
        </Row>
      )}
      <Row icon={<Send />} label={t("sent")}>
        <SentMessages id={appointment.id} zone={zone} now={now} />
      </Row>
      <Row icon={<History />} label={t("history")}>
        <AppointmentHistory id={appointment.id} zone={zone} now={now} />
      </Row>
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
