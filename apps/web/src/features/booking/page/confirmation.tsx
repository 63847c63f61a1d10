"use client";

import { CalendarPlus, Check, Hourglass } from "lucide-react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { useEffect, useRef } from "react";
import { buttonClass } from "../../../ui/button-class.ts";
import type { Booked } from "./booked.ts";
import { calendarFile } from "./calendar-file.ts";
import { Held } from "./held.tsx";
import { PriceText } from "./service-list.tsx";
import { StepLink } from "./step-link.tsx";
import { Fact, Facts, MeetingTime } from "./summary.tsx";
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
  return (
    <div data-booked className="rise mx-auto max-w-md py-2 lg:mx-0">
      <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-raised">
        <div className="flex items-center gap-4 border-b border-dashed border-line-strong px-5 py-5">
          <Stamp waiting={waiting} />
          <div className="min-w-0">
            <h2
              ref={heading}
              tabIndex={-1}
              className="font-display text-2xl leading-tight font-bold tracking-tight outline-none"
            >
              {t(waiting ? "done.requested" : "done.confirmed")}
            </h2>
            <p className={`font-medium text-pretty ${waiting ? "text-waiting" : "text-good"}`}>
              {t(waiting ? "done.waiting" : "done.sure", { name })}
            </p>
          </div>
        </div>
        <div className="px-5 py-5">
          <Facts>
            <Fact label={t("summary.what")}>{title}</Fact>
            <Fact label={t("summary.whenLabel")}>
              <MeetingTime
                {...{ startsAt: booking.startsAt, zone }}
                minutes={booking.durationMinutes}
              />
            </Fact>
            <Fact label={t("summary.where")}>{place}</Fact>
            <div className="grid grid-cols-2 gap-3">
              <Fact label={t("summary.price")}>
                <PriceText price={booking.price} />
              </Fact>
              <Fact label={t("done.who")}>{guest.name}</Fact>
            </div>
          </Facts>
        </div>
        <NextSteps {...props} />
      </div>
      <p className="mt-4 text-center text-sm text-ink-soft">{t("done.keep")}</p>
      <div className="mt-3 grid gap-2">
        <button
          type="button"
          className={buttonClass({ variant: "secondary", wide: true })}
          onClick={() =>
            save(
              calendarFile({
                id: booking.appointmentId,
                title,
                place,
                tentative: waiting,
                startsAt: booking.startsAt,
                endsAt: booking.endsAt,
                writtenAt: new Date().toISOString(),
              }),
            )
          }
        >
          <CalendarPlus aria-hidden />
          {t("done.calendar")}
        </button>
        <StepLink step={another} className={buttonClass({ variant: "quiet", wide: true })}>
          {t("done.another")}
        </StepLink>
      </div>
    </div>
  );
}

/** How it stands, as a sign; the words stand beside it. */
function Stamp({ waiting }: { waiting: boolean }) {
  const Icon = waiting ? Hourglass : Check;
  return (
    <span
      aria-hidden
      className={`flex size-12 shrink-0 items-center justify-center rounded-full ${
        waiting ? "bg-waiting-soft text-waiting" : "bg-good-soft text-good"
      }`}
    >
      <Icon className="size-6" strokeWidth={waiting ? 2 : 2.6} />
    </span>
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
    <div className="bg-sunken px-5 py-4 text-sm">
      <h3 className="font-semibold">{t("next")}</h3>
      <p className="mt-1 text-pretty text-ink-soft">
        {t(next, { name })} {email ? t("byMail", { email }) : t("byPhone", { name, phone })}
      </p>
    </div>
  );
}

/** Hands a calendar file to the device, which asks what to do with it. */
function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "odys.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
