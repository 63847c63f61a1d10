"use client";

import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import type { ReactNode } from "react";
import { buttonClass } from "../../../ui/button-class.ts";
import { dayText, localDay, timeText } from "../../../ui/when.ts";
import type { Problem } from "./problem.ts";
import { slotClass } from "./slot-list.tsx";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";

interface Props {
  problem: Problem | null;
  name: string;
  zone: string;
  toSlot: (startsAt: string) => Step;
  otherTime: Step;
  /** Where there is another. */
  otherService?: Step | undefined;
}

/** Why it did not work, in a sentence, with the way on. Its live region is always there. */
export function ProblemNote({ problem, ...props }: Props) {
  return (
    <div role="alert">
      {problem && (
        <div className="grid gap-4 rounded-md bg-bad-soft p-4 text-[0.9375rem]">
          <p className="flex items-start gap-2.5 text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
            <span>
              <Sentence problem={problem} name={props.name} />
            </span>
          </p>
          <WayOn problem={problem} {...props} />
        </div>
      )}
    </div>
  );
}

function Sentence({ problem, name }: { problem: Problem; name: string }): ReactNode {
  const t = useTranslations("booking.problem");
  const general = useTranslations("errors");
  const { code, alternatives, minutes = 0, fields, need } = problem;
  switch (code) {
    case "SLOT_TAKEN":
    case "GONE":
      return t(alternatives.length > 0 ? code : `${code}_alone`);
    case "TOO_MANY_PENDING":
    case "PLAN_LIMIT_REACHED":
      return t(code, { name });
    case "RATE_LIMITED":
      return t(code, { minutes });
    case "VALIDATION_ERROR":
      return fields.length > 0 ? t("fields", { count: fields.length }) : general(code);
    case "NETWORK":
      return t(code);
    case "GUEST_CHECK_FAILED":
      return need === "email" ? t("needsEmail") : t(code);
    default:
      return general(code);
  }
}

function WayOn({ problem, zone, toSlot, otherTime, otherService }: Props & { problem: Problem }) {
  const t = useTranslations("booking.problem");
  switch (problem.code) {
    case "SLOT_TAKEN":
    case "GONE":
    case "TOO_SOON":
    case "TOO_FAR_AHEAD":
    case "OUTSIDE_HOURS":
      return (
        <>
          {problem.alternatives.length > 0 && (
            <Alternatives slots={problem.alternatives} {...{ zone, toSlot }} />
          )}
          <Away step={otherTime}>{t("otherTime")}</Away>
        </>
      );
    case "NOT_BOOKABLE":
    case "NOT_FOUND":
      return (
        <>
          {problem.alternatives.length > 0 && (
            <Alternatives slots={problem.alternatives} {...{ zone, toSlot }} />
          )}
          {otherService && <Away step={otherService}>{t("otherService")}</Away>}
        </>
      );
    default:
      return null; // the form's own button is the way on
  }
}

function Away({ step, children }: { step: Step; children: ReactNode }) {
  return (
    <StepLink step={step} className={buttonClass({ variant: "secondary" })}>
      {children}
    </StepLink>
  );
}

interface AlternativesProps {
  slots: readonly string[];
  zone: string;
  toSlot: (startsAt: string) => Step;
}

function Alternatives({ slots, zone, toSlot }: AlternativesProps) {
  const t = useTranslations("booking.problem");
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("nearest")}</legend>
      <ul className="grid gap-2">
        {slots.map((slot) => (
          <li key={slot} className="grid">
            <StepLink step={toSlot(slot)} className={`${slotClass} gap-3 px-4 py-2`}>
              <span className="mr-auto inline-block font-normal first-letter:uppercase">
                {dayText(localDay(slot, zone), locale, slot, zone)}
              </span>
              <span className="shrink-0 font-semibold">{timeText(slot, zone, locale)}</span>
            </StepLink>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
