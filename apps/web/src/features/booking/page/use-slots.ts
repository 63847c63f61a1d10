"use client";

import { useEffect } from "react";
import { api } from "../../../trpc/client.tsx";
import { addMonths, rangeOf } from "./month.ts";

/** Somebody else may book at any moment: what is older than this is asked again when it is looked at. */
const FRESH_MS = 20_000;
const WHILE_OPEN_MS = 60_000;

interface Question {
  slug: string;
  serviceId: string;
  /** YYYY-MM */
  month: string;
  /** The last month that can have slots. */
  last: string;
}

/** Has the slots of a service on their way before it is chosen. */
export function useSlotsAhead({ slug, month }: { slug: string; month: string }) {
  const utils = api.useUtils();
  return (serviceId: string) =>
    void utils.booking.listSlots.prefetch(
      { slug, serviceId, ...rangeOf(month) },
      { staleTime: FRESH_MS },
    );
}

/** A month's free slots, kept true while the page is open, with the next month already on its way. */
export function useSlots({ slug, serviceId, month, last }: Question) {
  const utils = api.useUtils();
  const query = api.booking.listSlots.useQuery(
    { slug, serviceId, ...rangeOf(month) },
    { staleTime: FRESH_MS, refetchInterval: WHILE_OPEN_MS, refetchOnWindowFocus: "always" },
  );
  const next = addMonths(month, 1);
  const wanted = query.isSuccess && next <= last;
  useEffect(() => {
    if (!wanted) return;
    void utils.booking.listSlots.prefetch(
      { slug, serviceId, ...rangeOf(next) },
      { staleTime: FRESH_MS },
    );
  }, [wanted, utils, slug, serviceId, next]);
  return query;
}
