"use client";

import type { AgendaDay, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { memo, useMemo } from "react";
import { cn } from "../../../ui/cn.ts";
import { type DaySpan, minuteAt } from "./clock.ts";
import { isMovable } from "./gesture.ts";
import { ItemCard } from "./item-card.tsx";
import { BUFFER, NEUTRAL, standing } from "./item-look.ts";
import { hoursOf, placeDay, spanOf } from "./place.ts";

interface Props {
  day: AgendaDay;
  spans: readonly DaySpan[];
  zone: string;
  items: readonly AgendaItem[];
  now: number;
  /** The item at which the keyboard arrives. */
  first: string | null;
  away: string | null;
  onOpen: (id: string) => void;
}

/** One day from midnight to midnight: hours, buffers, whatever takes time, and now. */
export const DayColumn = memo(function DayColumn(props: Props) {
  const { day, spans, zone, items, now, first, away, onOpen } = props;
  const span = useMemo(() => spanOf(day), [day]);
  // The same while something is dragged: then only that card is drawn anew.
  const placed = useMemo(() => placeDay(span, zone, items), [span, zone, items]);
  const isToday = span.start <= now && now < span.end;
  return (
    <div className="closed relative border-l border-line first:border-l-0" data-date={day.date}>
      {hoursOf(day, zone).map((stretch) => (
        <div
          key={stretch.top}
          className="absolute inset-x-0 bg-surface"
          style={standing(stretch)}
          data-hours
        />
      ))}
      <div aria-hidden className="hour-lines pointer-events-none absolute inset-0" />
      {placed.flatMap(({ item, buffers }) =>
        buffers.map((stretch) => (
          <div
            key={`${item.id} ${stretch.top}`}
            aria-hidden
            data-buffer
            className={cn(
              "buffer pointer-events-none absolute inset-x-px rounded-sm",
              BUFFER[item.color ?? NEUTRAL],
            )}
            style={standing(stretch)}
          />
        )),
      )}
      {isToday && <NowLine minute={minuteAt(span, zone, now)} />}
      {placed.map((one) => (
        <ItemCard
          key={one.item.id}
          placed={one}
          zone={zone}
          now={now}
          first={one.item.id === first}
          movable={isMovable(one.item, spans)}
          away={one.item.id === away}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
});

/** Behind what stands there, for a line through a name would say that it is called off; its end is before. */
function NowLine({ minute }: { minute: number }) {
  const top = `${(minute / 1440) * 100}%`;
  return (
    <>
      <div
        aria-hidden
        data-now
        className="pointer-events-none absolute inset-x-0 h-0.5 -translate-y-1/2 bg-accent"
        style={{ top }}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute -left-1 z-10 size-2.5 -translate-y-1/2 rounded-full bg-accent"
        style={{ top }}
      />
    </>
  );
}
