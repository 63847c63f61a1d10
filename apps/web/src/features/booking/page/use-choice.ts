"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { useSearchParams } from "next/navigation";

interface Step {
  service?: string | undefined;
  /** ISO instant. */
  at?: string | undefined;
  booked?: string;
}

export interface Choice {
  service: BookingPage["services"][number] | undefined;
  startsAt: string | undefined;
  /** The appointment whose confirmation is shown. */
  bookedId: string | undefined;
  choose: (step: Step, how?: "push" | "replace") => void;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/**
 * What is chosen so far stands in the address: Back goes back one step, a reload loses nothing, and
 * a link can lead straight to one service.
 */
export function useChoice(services: BookingPage["services"]): Choice {
  const query = useSearchParams();
  const only = services.length === 1 ? services[0] : undefined;
  const service = services.find(({ id }) => id === query.get("service")) ?? only;
  const at = query.get("at") ?? "";
  const known = service && INSTANT.test(at) && !Number.isNaN(Date.parse(at));
  return {
    service,
    startsAt: known ? new Date(at).toISOString() : undefined,
    bookedId: query.get("booked") ?? undefined,
    choose: (step, how = "push") => {
      const params = new URLSearchParams();
      for (const [name, value] of Object.entries(step)) if (value) params.set(name, value);
      const { pathname } = window.location;
      const url = params.size > 0 ? `${pathname}?${params}` : pathname;
      if (how === "push") window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    },
  };
}
