"use client";

import { Check } from "lucide-react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { buttonClass } from "../../../ui/button-class.ts";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";

export type StepState = "ahead" | "here" | "done";

interface Props {
  number: 1 | 2 | 3;
  state: StepState;
  title: string;
  /** What was chosen here, for a step that is done. */
  chosen?: ReactNode;
  /** Takes the choice back. */
  change?: { label: string; step: Step } | undefined;
  children?: ReactNode;
}

const NUMBER: Record<StepState, string> = {
  here: "bg-action text-on-action",
  done: "bg-action-soft text-action-ink",
  ahead: "border border-line text-ink-faint",
};
const TITLE: Record<StepState, string> = {
  here: "text-lg font-semibold",
  done: "text-sm text-ink-soft",
  ahead: "text-base text-ink-faint",
};

/** Brings the reader, and their keyboard, to a step that has just become the one to do. */
function useArrival(state: StepState) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const arrived = state === "here" && before.current !== "here";
    before.current = state;
    const element = heading.current;
    if (!arrived || !element) return;
    element.focus({ preventScroll: true });
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) element.scrollIntoView({ block: "start" });
  }, [state]);
  return heading;
}

/** One of the three steps: ahead a title, here what there is to do, done what was chosen. */
export function StepFrame({ number, state, title, chosen, change, children }: Props) {
  const t = useTranslations("booking.step");
  const id = useId();
  const heading = useArrival(state);
  const done = state === "done";
  return (
    <section
      aria-labelledby={id}
      id={number === 3 ? "details" : undefined}
      className="scroll-mt-4 border-t border-line py-5 first:border-t-0"
    >
      <div className="flex items-center gap-3">
        <span
          aria-hidden
          className={`flex size-8 shrink-0 items-center justify-center rounded-full text-sm font-semibold tabular-nums ${NUMBER[state]}`}
        >
          {done ? <Check className="size-4" strokeWidth={2.6} /> : number}
        </span>
        <div className="min-w-0 flex-1">
          <h2 id={id} ref={heading} tabIndex={-1} className={`outline-none ${TITLE[state]}`}>
            <span className="sr-only">{t("position", { number })}: </span>
            {title}
          </h2>
          {done && <div className="font-medium text-pretty">{chosen}</div>}
        </div>
        {done && change && (
          <StepLink
            step={change.step}
            aria-label={change.label}
            className={`${buttonClass({ variant: "quiet" })} -mr-4`}
          >
            {t("change")}
          </StepLink>
        )}
      </div>
      {state === "here" && <div className="rise mt-5">{children}</div>}
    </section>
  );
}
