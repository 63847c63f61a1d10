"use client";

import { CalendarX } from "lucide-react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import type { ReactNode } from "react";
import { timeText } from "../../../ui/when.ts";
import { byPart } from "./free.ts";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";

export const slotClass =
  "flex min-h-11 items-center justify-center rounded-md border border-line-strong bg-surface px-2 text-[0.9375rem] font-medium tabular-nums transition-colors duration-100 hover:border-action hover:bg-action-soft hover:text-action-ink";

interface Props {
  slots: readonly string[];
  zone: string;
  stepTo: (startsAt: string) => Step;
}

/** The free slots of one day in the parts that a day has for people. */
export function SlotList({ slots, zone, stepTo }: Props) {
  const t = useTranslations("booking.slots");
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      {byPart(slots, zone).map(({ part, slots: inPart }) => (
        <fieldset key={part}>
          <legend className="mb-2 text-sm text-ink-soft">{t(part)}</legend>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
            {inPart.map((slot) => (
              <li key={slot} className="grid">
                <StepLink step={stepTo(slot)} className={slotClass}>
                  {timeText(slot, zone, locale)}
                </StepLink>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

/** The shape of what is coming. */
export const waitingClass = "block animate-pulse rounded-md bg-line";

export function SlotSkeleton() {
  return (
    <div aria-hidden className="grid gap-4">
      {[3, 6].map((count) => (
        <div key={count}>
          <span className={`mb-2 h-5 w-16 ${waitingClass}`} />
          <div className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
            {Array.from({ length: count }, (_, index) => (
              <span key={index} className={`h-11 ${waitingClass}`} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** No slot here, and what to do instead. */
export function NoSlots({
  title,
  text,
  action,
}: {
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-1 rounded-md bg-sunken px-4 py-5">
      <CalendarX aria-hidden className="mb-1 size-6 text-ink-faint" strokeWidth={1.6} />
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-pretty text-ink-soft">{text}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
