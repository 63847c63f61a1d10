"use client";

import { nearestSlots } from "@odys/shared/booking/nearest";
import type { BookingPage } from "@odys/shared/booking/schema";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { localDay } from "../../../ui/when.ts";
import { DetailsForm } from "./details-form.tsx";
import { monthOf } from "./month.ts";
import { ProblemNote } from "./problem-note.tsx";
import type { Problem } from "./problem.ts";
import { Summary, useMeetingWords } from "./summary.tsx";
import type { useBooking } from "./use-booking.ts";
import { useSlots } from "./use-slots.ts";

interface Props {
  page: BookingPage;
  service: BookingPage["services"][number];
  startsAt: string;
  zone: string;
  booking: ReturnType<typeof useBooking>;
  onOtherSlot: (startsAt: string) => void;
  onOtherTime: () => void;
  onOtherService: () => void;
}

const NONE: readonly string[] = [];

/** The last step: who comes, what was chosen, and whatever stands between the two. */
export function DetailsStep(props: Props) {
  const { page, service, startsAt, zone, booking } = props;
  const { busy, problem } = booking;
  const t = useTranslations("booking");
  const when = useMeetingWords();
  const button = useRef<HTMLButtonElement>(null);
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const gone = useGone(props);
  const { prepare } = booking;
  useEffect(() => {
    // What fails here is met again when it is sent.
    prepare({ slug: page.slug, serviceId: service.id, startsAt }).catch(() => undefined);
  }, [prepare, page.slug, service.id, startsAt]);
  useEffect(() => {
    if (movedTo === startsAt) button.current?.focus();
  }, [movedTo, startsAt]);

  const manual = service.confirmation === "manual";
  const again = problem?.code === "NETWORK" || problem?.code === "UNAVAILABLE";
  return (
    <DetailsForm
      name={page.name}
      guest={booking.guest}
      onGuest={booking.setGuest}
      needsEmail={booking.needsEmail}
      keep={booking.keep}
      onKeep={booking.setKeep}
      onSend={(website) =>
        booking.send({
          slug: page.slug,
          serviceId: service.id,
          startsAt,
          ...(website !== "" && { website }),
        })
      }
      refused={problem?.fields ?? NONE}
      summary={<Summary {...{ service, startsAt, zone }} name={page.name} />}
    >
      <p aria-live="polite" className="sr-only">
        {movedTo === startsAt &&
          t("problem.moved", { when: when(startsAt, service.durationMinutes, zone) })}
      </p>
      <ProblemNote
        {...props}
        problem={busy ? null : (problem ?? gone)}
        name={page.name}
        onAlternative={(slot) => {
          setMovedTo(slot);
          props.onOtherSlot(slot);
        }}
      />
      <div className="grid gap-2">
        <Button ref={button} type="submit" size="lg" wide busy={busy && t("submit.busy")}>
          {again ? t("problem.retry") : t(manual ? "submit.request" : "submit.book")}
        </Button>
        <p className="text-sm text-pretty text-ink-soft">
          {manual ? t("submit.requestNote", { name: page.name }) : t("submit.bookNote")}{" "}
          {t("submit.privacy", { name: page.name })}
        </p>
      </div>
    </DetailsForm>
  );
}

/** Says so before anything is sent, when somebody else took the slot while this form was filled in. */
function useGone({ page, service, startsAt }: Props): Problem | null {
  const month = monthOf(localDay(startsAt, page.zone));
  const { data } = useSlots({ slug: page.slug, serviceId: service.id, month, last: month });
  return useMemo(() => {
    const free = data?.days.flatMap(({ slots }) => slots);
    if (!free || free.includes(startsAt)) return null;
    const nearest = nearestSlots(free.map(Date.parse), Date.parse(startsAt));
    return {
      code: "GONE",
      alternatives: nearest.map((slot) => new Date(slot).toISOString()),
      minutes: undefined,
      fields: [],
      need: undefined,
    };
  }, [data, startsAt]);
}
