import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../../ui/button-class.ts";
import { PlainLink } from "../../../ui/plain-link.tsx";
import { CalendarLinks } from "../page/calendar-links.tsx";
import { usePlace } from "./appointment-ticket.tsx";
import { isAlive } from "./standing.ts";
import { useWhen } from "./when.ts";

interface Props {
  token: string;
  appointment: ManagedAppointment;
  zone: string;
  now: string;
}

/** What can be done with it, until when, and the way on where nothing can. */
export function ManageActions({ token, appointment, zone, now }: Props) {
  const t = useTranslations("manage");
  const summary = useTranslations("booking.summary");
  const place = usePlace(appointment);
  const { policy, professional, startsAt, endsAt, serviceName } = appointment;
  const { name, slug } = professional;
  const when = useWhen(zone, now)(policy.until);
  const alive = isAlive(appointment, now);
  const { canCancel, canReschedule } = policy;
  const title = summary("with", { service: serviceName, name });
  return (
    <section aria-label={t("actions.label")} className="grid gap-5">
      {alive && (
        <>
          <div>
            <p className="mb-3 text-pretty text-ink-soft">
              {canReschedule && t("policy.both", { when })}
              {!canReschedule && canCancel && t("policy.cancel", { when })}
              {!canCancel && t("policy.late", { when, name })}
            </p>
            {canCancel && (
              <div className="grid gap-2 sm:grid-cols-2">
                {canReschedule && (
                  <PlainLink href="?act=move" className={buttonClass({ variant: "secondary" })}>
                    {t("actions.move")}
                  </PlainLink>
                )}
                <PlainLink href="?act=cancel" className={buttonClass({ variant: "danger" })}>
                  {t("actions.cancel")}
                </PlainLink>
              </div>
            )}
          </div>
          <CalendarLinks {...{ token, title, place, startsAt, endsAt }} />
          <p className="text-sm text-pretty text-ink-soft">{t("keep")}</p>
        </>
      )}
      {!alive && (
        <PlainLink
          href={`/p/${slug}?${new URLSearchParams({ service: appointment.serviceId })}`}
          className={buttonClass({ wide: true })}
        >
          {t("actions.again")}
        </PlainLink>
      )}
    </section>
  );
}
