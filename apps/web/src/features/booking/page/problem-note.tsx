"use client";

import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { dayText, localDay, timeText } from "../../../ui/when.ts";
import type { Problem } from "./problem.ts";
import { slotClass } from "./slot-list.tsx";

interface Props {
  problem: Problem | null;
  name: string;
  zone: string;
  onAlternative: (startsAt: string) => void;
  onOtherTime: () => void;
  onOtherService: () => void;
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

function WayOn({
  problem,
  zone,
  onAlternative,
  onOtherTime,
  onOtherService,
}: Props & { problem: Problem }) {
  const t = useTranslations("booking.problem");
  switch (problem.code) {
    case "SLOT_TAKEN":
    case "GONE":
      return (
        <>
          {problem.alternatives.length > 0 && (
            <Alternatives slots={problem.alternatives} {...{ zone, onAlternative }} />
          )}
          <Button variant="secondary" onClick={onOtherTime}>
            {t("otherTime")}
          </Button>
        </>
      );
    case "TOO_SOON":
    case "TOO_FAR_AHEAD":
    case "OUTSIDE_HOURS":
      return (
        <Button variant="secondary" onClick={onOtherTime}>
          {t("otherTime")}
        </Button>
      );
    case "NOT_BOOKABLE":
    case "NOT_FOUND":
      return (
        <Button variant="secondary" onClick={onOtherService}>
          {t("otherService")}
        </Button>
      );
    default:
      return null; // the form's own button is the way on
  }
}

interface AlternativesProps {
  slots: readonly string[];
  zone: string;
  onAlternative: (startsAt: string) => void;
}

function Alternatives({ slots, zone, onAlternative }: AlternativesProps) {
  const t = useTranslations("booking.problem");
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("nearest")}</legend>
      <ul className="grid gap-2">
        {slots.map((slot) => (
          <li key={slot} className="grid">
            <button
              type="button"
              className={`${slotClass} flex items-center justify-between gap-3 px-4 py-2 text-left`}
              onClick={() => onAlternative(slot)}
            >
              <span className="font-normal first-letter:uppercase">
                {dayText(localDay(slot, zone), locale, slot, zone)}
              </span>
              <span className="shrink-0 font-semibold">{timeText(slot, zone, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
