"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import type { Booked } from "./booked.ts";
import { CalendarLinks } from "./calendar-links.tsx";
import { Held } from "./held.tsx";
import { PriceText } from "./service-list.tsx";
import { StepLink } from "./step-link.tsx";
import { Fact, Facts, MeetingTime } from "./summary.tsx";
import { Ticket } from "./ticket.tsx";
import type { Step } from "./use-choice.ts";

interface Props extends Booked {
  /** The professional's. */
  name: string;
  zone: string;
  another: Step;
}

function usePlace({ booking: { place, placeDetail }, name }: Props): string {
  const t = useTranslations("booking");
  if (placeDetail !== "") return placeDetail;
  if (place === "online") return t("done.onlineLater", { name });
  if (place === "in_person") return t("done.placeLater", { name });
  return t("place.at_client");
}

/** All of what was agreed on one screen, to be kept as a picture. */
export function Confirmation(props: Props) {
  const { booking, guest, name, zone, another } = props;
  const t = useTranslations("booking");
  const place = usePlace(props);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);

  if (booking.status === "held")
    return <Held email={guest.email} until={booking.heldUntil} zone={zone} heading={heading} />;
  const waiting = booking.status === "pending_confirmation";
  const title = t("done.calendarTitle", { service: booking.serviceName, name });
  const { startsAt, endsAt, manageToken } = booking;
  return (
    <div data-booked className="rise mx-auto max-w-md py-2 lg:mx-0">
      <Ticket
        tone={waiting ? "waiting" : "good"}
        title={t(waiting ? "done.requested" : "done.confirmed")}
        text={t(waiting ? "done.waiting" : "done.sure", { name })}
        heading={heading}
        foot={<NextSteps {...props} />}
      >
        <Facts>
          <Fact label={t("summary.what")}>{title}</Fact>
          <Fact label={t("summary.whenLabel")}>
            <MeetingTime {...{ startsAt, zone }} minutes={booking.durationMinutes} />
          </Fact>
          <Fact label={t("summary.where")}>{place}</Fact>
          <div className="grid grid-cols-2 gap-3">
            <Fact label={t("summary.price")}>
              <PriceText price={booking.price} />
            </Fact>
            <Fact label={t("done.who")}>{guest.name}</Fact>
          </div>
        </Facts>
      </Ticket>
      <p className="mt-4 mb-5 text-center text-sm text-ink-soft">{t("done.keep")}</p>
      <div className="grid gap-2">
        {manageToken !== null && (
          <>
            <CalendarLinks token={manageToken} {...{ title, place, startsAt, endsAt }} />
            <a
              href={`/m/${manageToken}`}
              className={`mt-2 ${buttonClass({ variant: "secondary", wide: true })}`}
            >
              {t("done.manage")}
            </a>
          </>
        )}
        <StepLink step={another} className={buttonClass({ variant: "quiet", wide: true })}>
          {t("done.another")}
        </StepLink>
      </div>
    </div>
  );
}

function NextSteps({
  booking: { status, place, placeDetail },
  guest: { email, phone },
  name,
}: Props) {
  const t = useTranslations("booking.done");
  const linkLater = place === "online" && placeDetail === "";
  const next =
    status === "pending_confirmation" ? "nextRequest" : linkLater ? "nextOnline" : "nextConfirmed";
  return (
    <>
      <h3 className="font-semibold">{t("next")}</h3>
      <p className="mt-1 text-pretty text-ink-soft">
        {t(next, { name })} {email ? t("byMail", { email }) : t("byPhone", { name, phone })}
      </p>
    </>
  );
}
