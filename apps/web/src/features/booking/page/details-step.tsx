"use client";

import { nearestSlots } from "@odys/shared/booking/nearest";
import type { BookingPage } from "@odys/shared/booking/schema";
import { useTranslations } from "../../../i18n/slim.tsx";
import { useEffect, useMemo, useRef, useState } from "react";
import { buttonClass } from "../../../ui/button-class.ts";
import { Spinner } from "../../../ui/spinner.tsx";
import { localDay } from "../../../ui/when.ts";
import { DetailsForm } from "./details-form.tsx";
import { answersTo } from "./guest.ts";
import { monthOf } from "./month.ts";
import { ProblemNote } from "./problem-note.tsx";
import type { Problem } from "./problem.ts";
import { Summary, useMeetingWords } from "./summary.tsx";
import type { useBooking } from "./use-booking.ts";
import type { Step } from "./use-choice.ts";
import { type FirstSlots, useSlots } from "./use-slots.ts";

interface Props {
  page: BookingPage;
  service: BookingPage["services"][number];
  startsAt: string;
  zone: string;
  booking: ReturnType<typeof useBooking>;
  first: FirstSlots | null;
  formKey: string;
  toSlot: (startsAt: string) => Step;
  otherTime: Step;
  otherService: Step;
}

const NONE: readonly string[] = [];

/** The last step: who comes, what was chosen, and whatever stands between the two. */
export function DetailsStep(props: Props) {
  const { page, service, startsAt, zone, booking } = props;
  const { busy, problem } = booking;
  const t = useTranslations("booking");
  const when = useMeetingWords();
  const button = useRef<HTMLDivElement>(null);
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const gone = useGone(props);
  const { prepare } = booking;
  useEffect(() => {
    // What fails here is met again when it is sent.
    prepare({ slug: page.slug, serviceId: service.id, startsAt }).catch(() => undefined);
  }, [prepare, page.slug, service.id, startsAt]);
  useEffect(() => {
    if (movedTo === startsAt) button.current?.querySelector("button")?.focus();
  }, [movedTo, startsAt]);

  const manual = service.confirmation === "manual";
  const again = problem?.code === "NETWORK" || problem?.code === "UNAVAILABLE";
  return (
    <DetailsForm
      name={page.name}
      wish={{ slug: page.slug, serviceId: service.id, startsAt, zone, key: props.formKey }}
      questions={service.questions}
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
          answers: answersTo(service.questions, booking.guest),
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
        otherService={page.services.length > 1 ? props.otherService : undefined}
        toSlot={(slot) => {
          const { href, go } = props.toSlot(slot);
          return {
            href,
            go: () => {
              setMovedTo(slot);
              go();
            },
          };
        }}
      />
      <div ref={button} className="grid gap-2">
        <Submit busy={busy && t("submit.busy")}>
          {again ? t("problem.retry") : t(manual ? "submit.request" : "submit.book")}
        </Submit>
        <p className="text-sm text-pretty text-ink-soft">
          {manual ? t("submit.requestNote", { name: page.name }) : t("submit.bookNote")}{" "}
          {t("submit.privacy", { name: page.name })}
        </p>
      </div>
    </DetailsForm>
  );
}

/** The button keeps its focus while something is under way: it is not disabled, it submits nothing. */
function Submit({ busy, children }: { busy: string | false; children: string }) {
  const look = buttonClass({ size: "lg", wide: true });
  if (!busy)
    return (
      <button type="submit" className={look}>
        {children}
      </button>
    );
  return (
    <button type="button" aria-disabled aria-live="polite" className={look}>
      <Spinner />
      {busy}
    </button>
  );
}

/** Says so before anything is sent, when somebody else took the slot while this form was filled in. */
function useGone({ page, service, startsAt, first }: Props): Problem | null {
  const month = monthOf(localDay(startsAt, page.zone));
  const { free: known } = useSlots(
    { of: { slug: page.slug, serviceId: service.id }, month },
    { first, last: month },
  );
  return useMemo(() => {
    const free = known?.days.flatMap(({ slots }) => slots);
    if (!free || free.includes(startsAt)) return null;
    const nearest = nearestSlots(free.map(Date.parse), Date.parse(startsAt));
    return {
      code: "GONE",
      alternatives: nearest.map((slot) => new Date(slot).toISOString()),
      minutes: undefined,
      fields: [],
      need: undefined,
    };
  }, [known, startsAt]);
}
