"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import type { Wish } from "./choice.ts";
import { byDay } from "./free.ts";
import { addDays, addMonths, monthOf, monthsOf } from "./month.ts";
import { MonthGrid } from "./month-grid.tsx";
import { NoSlots, SlotList, SlotSkeleton, waitingClass } from "./slot-list.tsx";
import type { SlotsOf } from "./slots-store.ts";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";
import { useNextFree } from "./use-next-free.ts";
import { type FirstSlots, useSlots } from "./use-slots.ts";
import { longDay, monthName } from "./words.ts";
import { ZoneChoice } from "./zone-choice.tsx";

interface Props {
  of: SlotsOf;
  /** The professional's, and their zone. */
  name: string;
  homeZone: string;
  /** How far ahead anything can be chosen. */
  horizonDays: number;
  /** The zone in which days and times are shown, and that of the reader. */
  zone: string;
  viewerZone: string | null;
  /** When the page was made. */
  now: string;
  first: FirstSlots | null;
  wish: Pick<Wish, "month" | "day">;
  stepTo: (wish: Pick<Wish, "month" | "day" | "slot" | "zone">) => Step;
}

/** Day and time: days that have free slots are marked, and the first of them is open already. */
export function WhenStep(props: Props) {
  const { of, name, homeZone, zone, viewerZone, now, wish, stepTo } = props;
  const locale = useLocale();
  const { today, first, last, month } = monthsOf(wish, props.horizonDays, zone, now);

  const { free, failed, retry } = useSlots({ of, month }, { first: props.first, last });
  const days = useMemo(() => (free ? byDay(free, zone) : undefined), [free, zone]);
  const counts = useMemo(
    () => days && new Map([...days].map(([day, slots]) => [day, slots.length])),
    [days],
  );
  const firstFree = days && [...days.keys()].find((day) => monthOf(day) === month);
  const full = days !== undefined && firstFree === undefined;
  const nextFree = useNextFree({
    of,
    zone,
    after: full ? month : null,
    until: addDays(today, props.horizonDays),
  });
  const day = wish.day && monthOf(wish.day) === month ? wish.day : firstFree;

  return (
    <div className="rounded-lg border border-line bg-surface shadow-low">
      <div className="grid md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <div className="p-3 sm:p-5">
          <MonthGrid
            {...{ month, first, last, today, counts }}
            toMonth={(next) => stepTo({ month: next })}
            loading={!days && !failed}
            selected={day}
            toDay={(next) => stepTo({ day: next })}
          />
        </div>
        <div className="border-t border-line p-4 sm:p-5 md:border-t-0 md:border-l">
          {failed && !days ? (
            <Failed retry={retry} />
          ) : (
            <>
              {!days && <span className={`mb-4 h-6 w-44 md:mt-2.5 ${waitingClass}`} />}
              {day && days && (
                <h3 className="mb-3 font-semibold first-letter:uppercase md:mb-1 md:leading-11">
                  {longDay(day, locale)}
                </h3>
              )}
              <DaySlots
                {...{ days, day, month, last, zone, name }}
                toSlot={(slot) => stepTo({ slot })}
                nextFree={nextFree}
                seeNext={stepTo(nextFree ? { day: nextFree } : { month: addMonths(month, 1) })}
              />
            </>
          )}
        </div>
      </div>
      <div className="border-t border-line px-4 py-3 sm:px-5">
        <ZoneChoice
          {...{ viewerZone, now }}
          zone={homeZone}
          shown={zone}
          onChange={(next) =>
            stepTo({ month, day, zone: next === homeZone ? undefined : next }).go()
          }
        />
      </div>
    </div>
  );
}

interface DayProps {
  days: ReadonlyMap<string, string[]> | undefined;
  day: string | undefined;
  month: string;
  last: string;
  zone: string;
  name: string;
  /** The first day after this month that has a slot, once it is known. */
  nextFree: string | undefined;
  seeNext: Step;
  toSlot: (startsAt: string) => Step;
}

function DaySlots({ days, day, month, last, zone, name, nextFree, seeNext, toSlot }: DayProps) {
  const t = useTranslations("booking");
  const locale = useLocale();
  const slots = (day && days?.get(day)) || [];
  const next = addMonths(month, 1);
  return (
    <div aria-busy={!days}>
      <p aria-live="polite" className="sr-only">
        {!days && t("slots.loading")}
        {days &&
          day &&
          t("slots.found", {
            day: longDay(day, locale),
            free: t("month.free", { count: slots.length }),
          })}
      </p>
      {!days && <SlotSkeleton />}
      {slots.length > 0 && <SlotList {...{ slots, zone }} stepTo={toSlot} />}
      {days && day && slots.length === 0 && (
        <NoSlots title={t("slots.fullDay")} text={t("slots.fullDayText")} />
      )}
      {days && !day && next <= last && (
        <NoSlots
          title={t("slots.fullMonth", { month: monthName(month, locale) })}
          text={t("slots.fullMonthText", { name })}
          action={
            <StepLink step={seeNext} className={buttonClass({ variant: "secondary" })}>
              {nextFree
                ? t("slots.seeDay", { day: longDay(nextFree, locale) })
                : t("slots.seeMonth", { month: monthName(next, locale) })}
            </StepLink>
          }
        />
      )}
      {days && !day && next > last && (
        <NoSlots title={t("slots.fullAll")} text={t("slots.fullAllText", { name })} />
      )}
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const t = useTranslations("booking.slots");
  const common = useTranslations("common");
  return (
    <div role="alert">
      <NoSlots
        title={t("failed")}
        text={t("failedText")}
        action={
          <button type="button" onClick={retry} className={buttonClass({ variant: "secondary" })}>
            {common("retry")}
          </button>
        }
      />
    </div>
  );
}
