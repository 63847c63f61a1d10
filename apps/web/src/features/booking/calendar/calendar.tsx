"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { keyHelp } from "../../../ui/keys/registry.ts";
import { ErrorState } from "../../../ui/states.tsx";
import { localDay } from "../../../ui/when.ts";
import { useNow } from "../agenda/use-now.ts";
import { ExplainSheet } from "../explain/explain-sheet.tsx";
import { AgendaKeys } from "./agenda-keys.tsx";
import { CalendarHeader } from "./calendar-header.tsx";
import { GridSkeleton } from "./calendar-skeleton.tsx";
import { type Drag } from "./gesture.ts";
import { DayStrip } from "./day-strip.tsx";
import { ItemPanel } from "./item-panel.tsx";
import { MonthView } from "./month-view.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { NewSheet } from "./new-sheet.tsx";
import { firstWeekday, step, type View } from "./range.ts";
import { TimeGrid } from "./time-grid.tsx";
import { weekOf } from "./titles.ts";
import { useAddress } from "./use-address.ts";
import { useAgenda } from "./use-agenda.ts";
import { useKeys } from "./use-keys.ts";
import { useMove } from "./use-move.ts";

interface Props {
  zone: string;
  /** ISO instant of the render on the server, so that both sides write the same. */
  renderedAt: string;
  /** What fits the device, for an address that does not say. */
  fallback: View;
}

/** The calendar of a practice: day, week and month, and everything that is done in them. */
export function Calendar({ zone, renderedAt, fallback }: Props) {
  const first = firstWeekday(useLocale());
  const now = useNow(renderedAt);
  const today = localDay(now, zone);
  const { view, day, show, ...address } = useAddress(today, fallback);
  const fresh = useFresh(address, now);
  const [cancelled, setCancelled] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const move = useMove(zone);
  const agenda = useAgenda({ view, day, first, cancelled });

  const week = useMemo(() => weekOf(day, first), [day, first]);
  const dates = useMemo(() => (view === "day" ? [day] : week), [view, day, week]);
  const acts = {
    onView: (next: View) => show({ view: next }),
    onStep: (by: 1 | -1) => show({ day: step(view, day, by) }),
    onToday: () => show({ day: today }),
    onNew: () => fresh.open(nextHour(now)),
    onKeys: () => keyHelp.set(true),
  };
  useKeys(acts);
  const onDay = (date: string) => show({ view: "day", day: date });
  const nowMs = Date.parse(now);
  const { data } = agenda;
  return (
    <div
      data-wide
      className="flex h-[calc(100dvh-7.25rem-env(safe-area-inset-bottom))] flex-col md:h-dvh md:p-5 md:pt-6"
    >
      <CalendarHeader
        {...acts}
        {...{ view, day, today, first, cancelled }}
        onCancelled={setCancelled}
      />
      {view === "day" && (
        <DayStrip
          agenda={data}
          dates={week}
          day={day}
          today={today}
          onDay={(date) => show({ day: date })}
        />
      )}
      {!data ? (
        <NotYet agenda={agenda} columns={view === "day" ? 1 : 7} />
      ) : view === "month" ? (
        <MonthView agenda={data} {...{ day, first, onDay }} now={nowMs} onOpen={setOpened} />
      ) : (
        <TimeGrid
          agenda={data}
          dates={dates}
          now={nowMs}
          onOpen={setOpened}
          onTap={fresh.open}
          onDrop={(drag: Drag) => move.drop(data, drag, nowMs)}
          onSwipe={view === "day" ? (by) => show({ day: step("day", day, by) }) : null}
          onDay={view === "week" ? onDay : null}
        />
      )}
      {opened && (
        <ItemPanel
          key={opened}
          item={data?.items.find(({ id }) => id === opened)}
          id={opened}
          zone={zone}
          now={now}
          onClose={() => setOpened(null)}
        />
      )}
      {fresh.start !== null && (
        <NewSheet
          key={fresh.key}
          start={fresh.start}
          client={fresh.client}
          block={fresh.block}
          zone={zone}
          now={now}
          onExplain={(instant) => {
            fresh.close();
            setAsked(instant);
          }}
          onClose={fresh.close}
        />
      )}
      {asked && <ExplainSheet zone={zone} instant={asked} onClose={() => setAsked(null)} />}
      <MoveDialog question={move.question} zone={zone} now={now} onAnswer={move.answer} />
      <AgendaKeys />
    </div>
  );
}

/** Something new: where free time was tapped, or because the address says so, also while one is here. */
function useFresh(
  { fresh, forget }: Pick<ReturnType<typeof useAddress>, "fresh" | "forget">,
  now: string,
) {
  const [tapped, setTapped] = useState<number | null>(null);
  return {
    start: tapped ?? (fresh && nextHour(now)),
    /** The hour that is proposed goes on while somebody writes: it is the same form. */
    key: tapped ?? JSON.stringify(fresh),
    client: fresh?.client ?? null,
    block: fresh?.block ?? false,
    open: (at: number) => setTapped(at),
    close: () => {
      setTapped(null);
      if (fresh) forget();
    },
  };
}

/** Nothing to show: it is on its way, or it could not be had. */
function NotYet({ agenda, columns }: { agenda: ReturnType<typeof useAgenda>; columns: number }) {
  const t = useTranslations("calendar");
  const common = useTranslations("common");
  const sentence = useSentence();
  if (agenda.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(agenda.error)}
        action={<Button onClick={() => void agenda.refetch()}>{common("retry")}</Button>}
      />
    );
  return (
    <>
      <output className="sr-only">{common("loading")}</output>
      <GridSkeleton columns={columns} />
    </>
  );
}

/** The next full hour: what somebody who presses "new" most likely means. */
function nextHour(now: string): number {
  return Math.ceil(Date.parse(now) / 3_600_000) * 3_600_000;
}
