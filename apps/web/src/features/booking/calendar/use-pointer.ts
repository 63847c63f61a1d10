"use client";

import type { AgendaItem } from "@odys/shared/booking/agenda-schema";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { createGesture, type Drag, type GestureHost } from "./gesture.ts";

interface Options extends Pick<GestureHost, "days" | "zone" | "step"> {
  items: readonly AgendaItem[];
  onDrop: (drag: Drag) => void;
  /** A tap on free time: the day's index and the minute on its wall. */
  onTap: (day: number, minute: number) => void;
  onSwipe: ((by: 1 | -1) => void) | null;
}

/**
 * Dragging, stretching, tapping and swiping over the columns of the calendar, by mouse, finger or pen.
 * Listeners are the browser's own: they are few, whatever stands in the columns, and only what is
 * dragged is drawn anew, when it reaches another step.
 */
export function usePointer(
  scroller: RefObject<HTMLElement | null>,
  columns: RefObject<HTMLElement | null>,
  options: Options,
): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const drop = useEffectEvent((dropped: Drag) => options.onDrop(dropped));
  const tap = useEffectEvent((day: number, minute: number) => options.onTap(day, minute));
  const swipe = useEffectEvent((by: 1 | -1) => options.onSwipe?.(by));
  useEffect(() => {
    const [outer, inner] = [scroller.current, columns.current];
    if (!outer || !inner) return undefined;
    return createGesture(outer, inner, {
      get days() {
        return latest.current.days;
      },
      get zone() {
        return latest.current.zone;
      },
      get step() {
        return latest.current.step;
      },
      find: (id) => latest.current.items.find((item) => item.id === id) ?? null,
      show: setDrag,
      drop,
      tap,
      swipe,
    });
  }, [scroller, columns]);
  return drag;
}
