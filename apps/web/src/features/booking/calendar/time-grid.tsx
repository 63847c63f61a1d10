"use client";

import type { Agenda, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { cn } from "../../../ui/cn.ts";
import { instantAt } from "./clock.ts";
import { obstaclesOf, wishFor } from "./conflict.ts";
import { DayColumn } from "./day-column.tsx";
import { DayHeads } from "./day-heads.tsx";
import { DragGhost } from "./drag-ghost.tsx";
import { neighbourOf } from "./focus.ts";
import type { Drag } from "./gesture.ts";
import { firstMinute, isOn, placeDay, spanOf } from "./place.ts";
import { usePointer } from "./use-pointer.ts";

interface Props {
  agenda: Agenda;
  /** The dates to draw, of those that the agenda has. */
  dates: readonly string[];
  now: number;
  onOpen: (id: string) => void;
  onDrop: (drag: Drag) => void;
  onTap: (start: number) => void;
  onSwipe: ((by: 1 | -1) => void) | null;
  onDay: ((date: string) => void) | null;
}

const HOURS = Array.from({ length: 23 }, (_, index) => index + 1);

/** Days beside each other from midnight to midnight. */
export function TimeGrid({ agenda, dates, now, onOpen, onTap, onDrop, onSwipe, onDay }: Props) {
  const t = useTranslations("calendar");
  const { zone, items } = agenda;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const days = useMemo(
    () => agenda.days.filter(({ date }) => dates.includes(date)),
    [agenda.days, dates],
  );
  const spans = useMemo(() => days.map(spanOf), [days]);
  const drag = usePointer(scroller, columns, {
    days: spans,
    zone,
    step: agenda.slotStepMinutes,
    items,
    onDrop,
    onSwipe,
    onTap: (day, minute) => {
      const span = spans[day];
      if (span) onTap(instantAt(span, zone, minute));
    },
  });
  useScrollToHours(scroller, agenda);
  const { first, onKeyDown, onFocus } = useRoving(agenda, spans, now);
  return (
    <div
      ref={scroller}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain rounded-t-lg border-t border-line md:rounded-lg md:border"
      data-grid
    >
      <div className={cn("relative", days.length > 1 && "min-w-[46rem] md:min-w-0")}>
        <DayHeads days={days} zone={zone} items={items} now={now} onDay={onDay} />
        <div className="grid grid-cols-[3.25rem_minmax(0,1fr)]">
          <div aria-hidden className="relative border-r border-line">
            {HOURS.map((hour) => (
              <span
                key={hour}
                className="absolute right-2 -translate-y-1/2 text-xs text-ink-faint tabular-nums"
                style={{ top: `${(hour / 24) * 100}%` }}
              >
                {String(hour).padStart(2, "0")}:00
              </span>
            ))}
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows lead between the buttons within */}
          <section
            ref={columns}
            aria-label={t("items")}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            className={cn(
              "relative grid h-[calc(24*var(--hour))] auto-cols-fr grid-flow-col",
              drag && "cursor-grabbing select-none",
            )}
          >
            {days.map((day) => (
              <DayColumn
                key={day.date}
                day={day}
                spans={spans}
                zone={zone}
                items={items}
                now={now}
                first={first}
                away={drag && isOn(day, drag.item) ? drag.item.id : null}
                onOpen={onOpen}
              />
            ))}
            {drag && (
              <DragGhost
                drag={drag}
                zone={zone}
                days={days.length}
                obstacles={obstaclesOf(agenda, wishFor(drag.item, drag.start, drag.end), now)}
              />
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

/** Shows the working hours at first: as soon as the columns have a height, which a hidden page has not. */
function useScrollToHours(scroller: React.RefObject<HTMLElement | null>, agenda: Agenda): void {
  const minute = useRef(firstMinute(agenda));
  useEffect(() => {
    const box = scroller.current;
    const column = box?.querySelector("[data-date]");
    if (!box || !column) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const hour = (entry?.contentRect.height ?? 0) / 24;
      if (hour === 0) return;
      observer.disconnect();
      box.scrollTop = Math.max(0, (minute.current / 60 - 0.4) * hour);
    });
    observer.observe(column);
    return () => observer.disconnect();
  }, [scroller]);
}

/** One stop for Tab, arrows from there: sixty items are not sixty stops. */
function useRoving({ items, zone }: Agenda, spans: ReturnType<typeof spanOf>[], now: number) {
  const [active, setActive] = useState<string | null>(null);
  const grid = useMemo(
    () =>
      spans.map((span) =>
        placeDay(span, zone, items).map(({ item, top }) => ({ id: item.id, top })),
      ),
    [spans, zone, items],
  );
  const shown = grid.flat();
  const upcoming = items.find(
    (item: AgendaItem) => Date.parse(item.endsAt) > now && shown.some(({ id }) => id === item.id),
  );
  const first = shown.some(({ id }) => id === active)
    ? active
    : (upcoming?.id ?? shown[0]?.id ?? null);
  const idOf = (target: EventTarget) =>
    target instanceof HTMLElement ? (target.dataset["item"] ?? null) : null;
  return {
    first,
    onFocus: ({ target }: { target: EventTarget }) => {
      const id = idOf(target);
      if (id) setActive(id);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const id = idOf(event.target);
      if (id === null || event.metaKey || event.ctrlKey || event.altKey) return;
      if (!event.key.startsWith("Arrow")) return;
      event.preventDefault();
      event.stopPropagation();
      const next = neighbourOf(grid, id, event.key);
      const node = next && event.currentTarget.querySelector(`[data-item="${next}"]`);
      if (node instanceof HTMLElement) node.focus();
    },
  };
}
