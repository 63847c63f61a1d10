"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useBooked } from "./booked.ts";
import { Confirmation } from "./confirmation.tsx";
import { DetailsStep } from "./details-step.tsx";
import { NOBODY, remember, remembered } from "./guest.ts";
import { PriceText } from "./service-list.tsx";
import { ServiceList } from "./service-list.tsx";
import { StepFrame } from "./step-frame.tsx";
import { useMeetingWords } from "./summary.tsx";
import { useBook } from "./use-book.ts";
import { useChoice } from "./use-choice.ts";
import { WhenStep } from "./when-step.tsx";
import { durationText } from "./words.ts";
import { useViewerZone, useZoneWords } from "./zone-choice.tsx";

interface Props {
  page: BookingPage;
  /** When the page was made: an ISO instant. */
  now: string;
}

/** Service, day and time, details: three steps on one page, and then the confirmation. */
export function Booker({ page, now }: Props) {
  const t = useTranslations("booking.step");
  const locale = useLocale();
  const meeting = useMeetingWords();
  const zoneWords = useZoneWords();
  const viewerZone = useViewerZone();
  const [zone, setZone] = useState(page.zone);
  const { service, startsAt, choose, bookedId } = useChoice(page.services);
  const [near, setNear] = useState<string>();
  const { guest, setGuest, keep, setKeep } = useGuest();
  const { booked, setBooked } = useBooked(bookedId);
  const { book, busy, problem, forget } = useBook((booking) => {
    remember(keep ? guest : null);
    setGuest({ ...guest, message: "" });
    setBooked({
      booking,
      guest: { name: guest.name.trim(), phone: guest.phone, email: guest.email.trim() },
    });
    choose({ booked: booking.appointmentId }, "replace");
  });

  if (booked)
    return <Confirmation {...booked} name={page.name} zone={zone} onAnother={() => choose({})} />;

  const toService = () => choose({});
  const toTime = () => {
    forget();
    setNear(startsAt);
    choose({ service: service?.id });
  };
  return (
    <div>
      <StepFrame
        number={1}
        state={service ? "done" : "here"}
        title={t("service")}
        chosen={
          service && (
            <>
              {service.name}
              <span className="font-normal text-ink-soft">
                {" · "}
                {durationText(service.durationMinutes, locale)}
                {" · "}
                <PriceText price={service.price} />
              </span>
            </>
          )
        }
        change={page.services.length > 1 ? { label: t("changeService"), go: toService } : undefined}
      >
        <ServiceList services={page.services} onChoose={(id) => choose({ service: id })} />
      </StepFrame>
      <StepFrame
        number={2}
        state={!service ? "ahead" : startsAt ? "done" : "here"}
        title={t("when")}
        chosen={
          service &&
          startsAt && (
            <>
              <span className="block first-letter:uppercase">
                {meeting(startsAt, service.durationMinutes, zone)}
              </span>
              <span className="block text-sm font-normal text-ink-soft first-letter:uppercase">
                {zoneWords(zone)}
              </span>
            </>
          )
        }
        change={{ label: t("changeWhen"), go: toTime }}
      >
        {service && (
          <WhenStep
            key={service.id}
            {...{ page, service, zone, viewerZone, now, near }}
            onZone={setZone}
            onChoose={(at) => choose({ service: service.id, at })}
          />
        )}
      </StepFrame>
      <StepFrame number={3} state={service && startsAt ? "here" : "ahead"} title={t("details")}>
        {service && startsAt && (
          <DetailsStep
            {...{ page, service, startsAt, zone, guest, keep, problem, busy }}
            onGuest={setGuest}
            onKeep={setKeep}
            onOtherTime={toTime}
            onOtherService={toService}
            onOtherSlot={(at) => {
              forget();
              choose({ service: service.id, at }, "replace");
            }}
            onSend={(website) => {
              const { name, phone, message } = guest;
              const email = guest.email.trim();
              book({
                ...{ slug: page.slug, serviceId: service.id, startsAt, name, phone, message },
                ...(email && { email }),
                ...(website && { website }),
              });
            }}
          />
        )}
      </StepFrame>
    </div>
  );
}

/** What is typed, outliving every change of step; filled in from the device for whoever asked for that. */
function useGuest() {
  const [guest, setGuest] = useState(NOBODY);
  const [keep, setKeep] = useState(false);
  useEffect(() => {
    const known = remembered();
    if (!known) return;
    setGuest(known);
    setKeep(true);
  }, []);
  return { guest, setGuest, keep, setKeep };
}
