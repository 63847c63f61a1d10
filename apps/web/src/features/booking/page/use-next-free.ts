"use client";

import { useEffect, useState } from "react";
import { ask } from "../../../trpc/slim.ts";
import { addDays, lastDayOf } from "./month.ts";
import type { SlotsOf } from "./slots-store.ts";

/** Most days that one question about free days may span. */
const SPAN = 62;

interface Question {
  of: SlotsOf;
  /** After which month: YYYY-MM; null where nobody wants to know. */
  after: string | null;
  /** The last day that can have slots. */
  until: string;
  zone: string;
}

/** The first day with a free slot after a full month; undefined while nobody knows, or where there is none. */
export function useNextFree({ of, after, until, zone }: Question): string | undefined {
  const [found, setFound] = useState<{ key: string; day: string }>();
  // An appointment that is moved knows only its months.
  const service = "token" in of ? null : of;
  const { slug = "", serviceId = "" } = service ?? {};
  const key = `${slug} ${serviceId} ${after} ${zone}`;
  useEffect(() => {
    if (!serviceId || after === null) return;
    let left = false;
    async function look() {
      for (
        let from = addDays(lastDayOf(after ?? ""), 1);
        from <= until;
        from = addDays(from, SPAN)
      ) {
        const question = { slug, serviceId, from, to: addDays(from, SPAN - 1), zone };
        const [first] = (await ask("booking", "listDays", question)).days;
        if (left) return;
        if (first) return setFound({ key, day: first.date });
      }
    }
    // Without it the next month can still be looked at.
    look().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [key, slug, serviceId, after, until, zone]);
  return found?.key === key ? found.day : undefined;
}
