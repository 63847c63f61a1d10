"use client";

import { useEffect, useEffectEvent } from "react";
import type { View } from "./range.ts";

interface Keys {
  onView: (view: View) => void;
  onStep: (by: 1 | -1) => void;
  onToday: () => void;
  onNew: () => void;
  onKeys: () => void;
}

/** One key each, where nobody is writing and nothing lies over the calendar. */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.closest("input, textarea, select, [role=menu]"))
      return;
    if (document.querySelector("[role=dialog], [role=alertdialog]")) return;
    const act = ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    act(keys);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

const ACTS: Record<string, ((keys: Keys) => void) | undefined> = {
  ArrowLeft: ({ onStep }) => onStep(-1),
  ArrowRight: ({ onStep }) => onStep(1),
  t: ({ onToday }) => onToday(),
  d: ({ onView }) => onView("day"),
  w: ({ onView }) => onView("week"),
  m: ({ onView }) => onView("month"),
  n: ({ onNew }) => onNew(),
  "?": ({ onKeys }) => onKeys(),
};
