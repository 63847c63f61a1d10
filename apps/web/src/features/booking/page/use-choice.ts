"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { usePathname, useSearchParams } from "next/navigation";
import { addressOf, readWish, type Wish } from "./choice.ts";

/** Where a step leads: an address for every browser, and the same without a reload where scripts run. */
export interface Step {
  href: string;
  go: () => void;
}

export interface Choice extends Wish {
  chosen: BookingPage["services"][number] | undefined;
  /** `push` for what Back should take back. */
  step: (wish: Wish, how?: "push" | "replace") => Step;
}

/** What the address says is chosen; a page with one service has chosen it. */
export function useChoice(services: BookingPage["services"]): Choice {
  const path = usePathname();
  const wish = readWish(useSearchParams());
  const only = services.length === 1 ? services[0] : undefined;
  const chosen = services.find(({ id }) => id === wish.service) ?? only;
  return {
    ...wish,
    slot: chosen && wish.slot,
    chosen,
    step: (next, how = "push") => {
      const href = addressOf(path, { zone: wish.zone, ...next });
      return {
        href,
        go: () =>
          how === "push"
            ? window.history.pushState(null, "", href)
            : window.history.replaceState(null, "", href),
      };
    },
  };
}
