import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import { useTranslations } from "next-intl";
import { PriceText } from "../page/service-list.tsx";
import { Fact, Facts, MeetingTime } from "../page/summary.tsx";
import { Ticket } from "../page/ticket.tsx";
import { standingOf } from "./standing.ts";

interface Props {
  appointment: ManagedAppointment;
  zone: string;
  now: string;
}

/** What was agreed, and how it stands. Nothing of the person it is for: links are forwarded. */
export function AppointmentTicket({ appointment, zone, now }: Props) {
  const t = useTranslations("manage");
  const summary = useTranslations("booking.summary");
  const { professional, startsAt, reason } = appointment;
  const { name } = professional;
  const { words, tone } = standingOf(appointment, now);
  const byYou = words === "cancelled" && appointment.cancelledBy === "client";
  return (
    <Ticket
      as="h1"
      tone={tone}
      title={t(`stand.${words}`)}
      text={byYou ? t("stand.cancelledByYou") : t(`stand.${words}Text`, { name })}
    >
      <Facts>
        <Fact label={summary("what")}>
          {summary("with", { service: appointment.serviceName, name })}
        </Fact>
        <Fact label={summary("whenLabel")}>
          <MeetingTime {...{ startsAt, zone }} minutes={appointment.durationMinutes} />
        </Fact>
        <Fact label={summary("where")}>{usePlace(appointment)}</Fact>
        <Fact label={summary("price")}>
          <PriceText price={appointment.price} />
        </Fact>
        {reason && <Fact label={t("reason")}>{reason}</Fact>}
      </Facts>
    </Ticket>
  );
}

/** Where it is, as far as it is agreed. */
export function usePlace({ place, placeDetail, professional }: ManagedAppointment): string {
  const t = useTranslations("booking");
  const { name } = professional;
  if (placeDetail !== "") return placeDetail;
  if (place === "online") return t("done.onlineLater", { name });
  if (place === "in_person") return t("done.placeLater", { name });
  return t("place.at_client");
}
