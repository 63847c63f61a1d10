"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { localDay } from "../../../ui/when.ts";
import { useBooked } from "./booked.ts";
import { Confirmation } from "./confirmation.tsx";
import { DetailsStep } from "./details-step.tsx";
import { monthOf } from "./month.ts";
import { PriceText, ServiceList } from "./service-list.tsx";
import { StepFrame } from "./step-frame.tsx";
import { MeetingTime } from "./summary.tsx";
import { useBooking } from "./use-booking.ts";
import { useSlotsAhead } from "./use-slots.ts";
import { useChoice, type Choice } from "./use-choice.ts";
import { WhenStep } from "./when-step.tsx";
import { durationText } from "./words.ts";
import { useViewerZone } from "./zone-choice.tsx";

interface Props {
  page: BookingPage;
  /** When the page was made: an ISO instant. */
  now: string;
}

/** Service, day and time, details: three steps on one page, and then the confirmation. */
export function Booker({ page, now }: Props) {
  const [zone, setZone] = useState(page.zone);
  const choice = useChoice(page.services);
  const { booked, setBooked } = useBooked(choice.bookedId);
  const booking = useBooking((done, guest) => {
    setBooked({ booking: done, guest });
    choice.choose({ booked: done.appointmentId }, "replace");
  });
  return booked ? (
    <Confirmation {...booked} name={page.name} zone={zone} onAnother={() => choice.choose({})} />
  ) : (
    <Steps {...{ page, now, zone, choice, booking }} onZone={setZone} />
  );
}

interface StepsProps extends Props {
  zone: string;
  onZone: (zone: string) => void;
  choice: Choice;
  booking: ReturnType<typeof useBooking>;
}

function Steps({ page, now, zone, onZone, choice, booking }: StepsProps) {
  const t = useTranslations("booking.step");
  const viewerZone = useViewerZone();
  const [near, setNear] = useState<string>();
  const { service, startsAt, choose } = choice;
  const ahead = useSlotsAhead({ slug: page.slug, month: monthOf(localDay(now, zone)) });
  const toService = () => {
    booking.forget();
    choose({});
  };
  const toTime = () => {
    booking.forget();
    setNear(startsAt);
    choose({ service: service?.id });
  };
  return (
    <div data-chosen={service && ""}>
      <StepFrame
        number={1}
        state={service ? "done" : "here"}
        title={t(service ? "serviceDone" : "service")}
        chosen={service && <ChosenService service={service} />}
        change={page.services.length > 1 ? { label: t("changeService"), go: toService } : undefined}
      >
        <ServiceList
          services={page.services}
          onChoose={(id) => choose({ service: id })}
          onIntent={ahead}
        />
      </StepFrame>
      <StepFrame
        number={2}
        state={!service ? "ahead" : startsAt ? "done" : "here"}
        title={t(startsAt ? "whenDone" : "when")}
        chosen={
          service &&
          startsAt && <MeetingTime {...{ startsAt, zone }} minutes={service.durationMinutes} />
        }
        change={{ label: t("changeWhen"), go: toTime }}
      >
        {service && (
          <WhenStep
            key={service.id}
            {...{ page, service, zone, viewerZone, onZone, now, near }}
            onChoose={(at) => choose({ service: service.id, at })}
          />
        )}
      </StepFrame>
      <StepFrame number={3} state={service && startsAt ? "here" : "ahead"} title={t("details")}>
        {service && startsAt && (
          <DetailsStep
            {...{ page, service, startsAt, zone, booking }}
            onOtherTime={toTime}
            onOtherService={toService}
            onOtherSlot={(at) => {
              booking.forget();
              choose({ service: service.id, at }, "replace");
            }}
          />
        )}
      </StepFrame>
    </div>
  );
}

function ChosenService({ service }: { service: BookingPage["services"][number] }) {
  const locale = useLocale();
  return (
    <>
      {service.name}
      <span className="block text-sm font-normal text-ink-soft tabular-nums">
        {durationText(service.durationMinutes, locale)}
        {" · "}
        <PriceText price={service.price} />
      </span>
    </>
  );
}
