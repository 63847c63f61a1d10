"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { localDay } from "../../../ui/when.ts";
import { byDay } from "./free.ts";
import { addDays, addMonths, monthOf } from "./month.ts";
import { MonthGrid } from "./month-grid.tsx";
import { NoSlots, SlotList, SlotSkeleton } from "./slot-list.tsx";
import { useSlots } from "./use-slots.ts";
import { longDay, monthName } from "./words.ts";
import type { BookingPage } from "@odys/shared/booking/schema";
import { ZoneChoice } from "./zone-choice.tsx";

interface Props {
  page: BookingPage;
  service: BookingPage["services"][number];
  /** The zone in which days and times are shown, and that of the reader. */
  zone: string;
  viewerZone: string | null;
  onZone: (zone: string) => void;
  /** When the page was made, so that server and browser agree on today. */
  now: string;
  /** A day to open with: that of the slot which was chosen before. */
  near?: string | undefined;
  onChoose: (startsAt: string) => void;
}

/** Day and time: days that have free slots are marked, and the first of them is open already. */
export function WhenStep(props: Props) {
  const { page, service, zone, viewerZone, onZone, now, near, onChoose } = props;
  const locale = useLocale();
  const today = localDay(now, zone);
  const first = monthOf(today);
  const last = monthOf(addDays(today, service.horizonDays));
  const [month, setMonth] = useState(near ? monthOf(localDay(near, zone)) : first);
  const [picked, setPicked] = useState(near && localDay(near, zone));

  const query = useSlots({ slug: page.slug, serviceId: service.id, month, last });
  const days = useMemo(
    () => (query.data ? byDay(query.data, zone) : undefined),
    [query.data, zone],
  );
  const counts = useMemo(
    () => days && new Map([...days].map(([day, slots]) => [day, slots.length])),
    [days],
  );
  const firstFree = days && [...days.keys()].find((day) => monthOf(day) === month);
  const day = picked && monthOf(picked) === month ? picked : firstFree;

  return (
    <Card className="p-0 sm:p-0">
      <div className="grid md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <div className="p-3 sm:p-5">
          <MonthGrid
            {...{ month, first, last, today, counts }}
            onMonth={setMonth}
            loading={query.isPending}
            selected={day}
            onSelect={setPicked}
          />
        </div>
        <div className="border-t border-line p-4 sm:p-5 md:border-t-0 md:border-l">
          {query.isError && !days ? (
            <Failed retry={() => void query.refetch()} />
          ) : (
            <>
              {!days && <Skeleton className="mb-4 h-6 w-44 md:mt-2.5" />}
              {day && days && (
                <h3 className="mb-3 font-semibold first-letter:uppercase md:mb-1 md:leading-11">
                  {longDay(day, locale)}
                </h3>
              )}
              <DaySlots
                {...{ days, day, month, last, zone, onChoose }}
                name={page.name}
                seeNext={() => setMonth(addMonths(month, 1))}
              />
            </>
          )}
        </div>
      </div>
      <div className="border-t border-line px-4 py-3 sm:px-5">
        <ZoneChoice {...{ viewerZone, now }} zone={page.zone} shown={zone} onChange={onZone} />
      </div>
    </Card>
  );
}

interface DayProps {
  days: ReadonlyMap<string, string[]> | undefined;
  day: string | undefined;
  month: string;
  last: string;
  zone: string;
  name: string;
  seeNext: () => void;
  onChoose: (startsAt: string) => void;
}

function DaySlots({ days, day, month, last, zone, name, seeNext, onChoose }: DayProps) {
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
      {slots.length > 0 && <SlotList {...{ slots, zone, onChoose }} />}
      {days && day && slots.length === 0 && (
        <NoSlots title={t("slots.fullDay")} text={t("slots.fullDayText")} />
      )}
      {days && !day && next <= last && (
        <NoSlots
          title={t("slots.fullMonth", { month: monthName(month, locale) })}
          text={t("slots.fullMonthText", { name })}
          action={
            <Button variant="secondary" onClick={seeNext}>
              {t("slots.seeMonth", { month: monthName(next, locale) })}
            </Button>
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
  const t = useTranslations();
  return (
    <ErrorState
      className="py-6"
      title={t("booking.slots.failed")}
      text={t("booking.slots.failedText")}
      action={
        <Button variant="secondary" onClick={retry}>
          {t("common.retry")}
        </Button>
      }
    />
  );
}
