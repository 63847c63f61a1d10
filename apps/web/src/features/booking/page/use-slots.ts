"use client";

import type { FreeSlots } from "@odys/shared/booking/schema";
import { useEffect, useSyncExternalStore } from "react";
import { addMonths } from "./month.ts";
import { answerTo, keyOf, load, plant, type Question, subscribe, watch } from "./slots-store.ts";

const WHILE_OPEN_MS = 60_000;

/** The slots that came with the page. */
export interface FirstSlots {
  serviceId: string;
  month: string;
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
  { slug, serviceId, month }: Question,
  { first, last }: { first: FirstSlots | null; last: string },
): MonthSlots {
  const key = keyOf({ slug, serviceId, month });
  const answer = useSyncExternalStore(
    subscribe,
    () => answerTo(key),
    () => undefined,
  );
  const came = first?.serviceId === serviceId && first.month === month ? first : null;

  useEffect(() => {
    const question = { slug, serviceId, month };
    if (came) plant(question, came.free);
    const next = addMonths(month, 1);
    void load(question).then(() => {
      if (next <= last) void load({ ...question, month: next });
    });
    const look = () => {
      if (document.visibilityState === "visible") void load(question, 0);
    };
    const unwatch = watch(question);
    const timer = setInterval(look, WHILE_OPEN_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      unwatch();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [slug, serviceId, month, last, came]);

  return {
    free: answer?.free ?? came?.free,
    failed: answer?.failed ?? false,
    retry: () => void load({ slug, serviceId, month }, 0),
  };
}
