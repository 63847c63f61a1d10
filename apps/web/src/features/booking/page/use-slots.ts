"use client";

import type { FreeSlots } from "@odys/shared/booking/schema";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { addMonths } from "./month.ts";
import { answerTo, keyOf, load, plant, type Question, subscribe, watch } from "./slots-store.ts";

const WHILE_OPEN_MS = 60_000;

/** The slots that came with the page, and the question that they answer. */
export interface FirstSlots {
  key: string;
  free: FreeSlots;
}

export interface MonthSlots {
  /** Undefined while nobody knows, and when nobody will. */
  free: FreeSlots | undefined;
  failed: boolean;
  retry: () => void;
}

/** A month's free slots, kept true while the page is open, with the next month already on its way. */
export function useSlots(
  question: Question,
  { first, last }: { first: FirstSlots | null; last: string },
): MonthSlots {
  const key = keyOf(question);
  const answer = useSyncExternalStore(
    subscribe,
    () => answerTo(key),
    () => undefined,
  );
  const came = first?.key === key ? first : null;
  // The same question is another object whenever the page is drawn.
  const asked = useRef(question);
  useEffect(() => {
    asked.current = question;
  });

  useEffect(() => {
    const now = asked.current;
    if (came) plant(now, came.free);
    const next = addMonths(now.month, 1);
    void load(now).then(() => {
      if (next <= last) void load({ ...now, month: next });
    });
    const look = () => {
      if (document.visibilityState === "visible") void load(now, 0);
    };
    const unwatch = watch(now);
    const timer = setInterval(look, WHILE_OPEN_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      unwatch();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [key, last, came]);

  return {
    free: answer?.free ?? came?.free,
    failed: answer?.failed ?? false,
    retry: () => void load(question, 0),
  };
}
