"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import { durationText, localDay } from "../../../ui/when.ts";
import { useBooked } from "./booked.ts";
import { Confirmation } from "./confirmation.tsx";
import { DetailsStep } from "./details-step.tsx";
import type { Sent } from "./guest.ts";
import { monthOf } from "./month.ts";
import { PriceText, ServiceList } from "./service-list.tsx";
import { load } from "./slots-store.ts";
import { StepFrame } from "./step-frame.tsx";
import { MeetingTime } from "./summary.tsx";
import { useBooking } from "./use-booking.ts";
import { type Choice, useChoice } from "./use-choice.ts";
import type { FirstSlots } from "./use-slots.ts";
import { WhenStep } from "./when-step.tsx";
import { useViewerZone } from "./zone-choice.tsx";

interface Props {
  page: BookingPage;
  /** When the page was made: an ISO instant, so that server and browser agree on today. */
  now: string;
  /** The month's slots, where the address names a service already. */
  first: FirstSlots | null;
  /** What was sent without JavaScript and refused. */
  sent: Sent | null;
  /** Says of a form that it is the same one, however often it is sent. */
  formKey: string;
}

/** Service, day and time, details: three steps on one page, and then the confirmation. */
export function Booker(props: Props) {
  const { page, sent } = props;
  const choice = useChoice(page.services);
  const zone = choice.zone ?? page.zone;
  const { booked, setBooked } = useBooked(choice.booked);
  const booking = useBooking(sent, (done, guest) => {
    setBooked({ booking: done, guest });
    choice.step({ booked: done.appointmentId }, "replace").go();
  });
  return booked ? (
    <Confirmation {...booked} name={page.name} zone={zone} another={choice.step({})} />
  ) : (
    <Steps {...props} {...{ zone, choice, booking }} />
  );
}

interface StepsProps extends Props {
  zone: string;
  choice: Choice;
  booking: ReturnType<typeof useBooking>;
}

function Steps({ page, now, first, formKey, zone, choice, booking }: StepsProps) {
  const t = useTranslations("booking.step");
  const viewerZone = useViewerZone();
  const { chosen, slot, step } = choice;
  // Whatever was refused is not what is chosen next.
  const forgetting = (wish: Parameters<typeof step>[0], how?: "push" | "replace") => {
    const { href, go } = step(wish, how);
    return {
      href,
      go: () => {
        booking.forget();
        go();
      },
    };
  };
  const toService = forgetting({});
  const toTime = forgetting({ service: chosen?.id, day: slot && localDay(slot, zone) });
  const ahead = (serviceId: string) =>
    void load({ of: { slug: page.slug, serviceId }, month: monthOf(localDay(now, page.zone)) });
  return (
    <div data-chosen={chosen && ""}>
      <StepFrame
        number={1}
        state={chosen ? "done" : "here"}
        title={t(chosen ? "serviceDone" : "service")}
        chosen={chosen && <ChosenService service={chosen} />}
        change={
          page.services.length > 1 ? { label: t("changeService"), step: toService } : undefined
        }
      >
        <ServiceList
          services={page.services}
          stepTo={(service) => step({ service })}
          onIntent={ahead}
        />
      </StepFrame>
      <StepFrame
        number={2}
        state={!chosen ? "ahead" : slot ? "done" : "here"}
        title={t(slot ? "whenDone" : "when")}
        chosen={
          chosen &&
          slot && <MeetingTime startsAt={slot} zone={zone} minutes={chosen.durationMinutes} />
        }
        change={{ label: t("changeWhen"), step: toTime }}
      >
        {chosen && (
          <WhenStep
            key={chosen.id}
            {...{ zone, viewerZone, now, first }}
            name={page.name}
            homeZone={page.zone}
            of={{ slug: page.slug, serviceId: chosen.id }}
            horizonDays={chosen.horizonDays}
            wish={choice}
            stepTo={(wish) => step({ service: chosen.id, ...wish }, wish.slot ? "push" : "replace")}
          />
        )}
      </StepFrame>
      <StepFrame number={3} state={chosen && slot ? "here" : "ahead"} title={t("details")}>
        {chosen && slot && (
          <DetailsStep
            {...{ page, zone, booking, first, formKey }}
            service={chosen}
            startsAt={slot}
            otherTime={toTime}
            otherService={toService}
            toSlot={(at) => forgetting({ service: chosen.id, slot: at }, "replace")}
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
