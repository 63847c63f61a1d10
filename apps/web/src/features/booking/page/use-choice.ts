"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { usePathname, useSearchParams } from "next/navigation";
import { addressOf, readWish, type Wish } from "./choice.ts";

/** Where a step leads: an address for every browser, and the same without a reload where scripts run. */
export interface Step {
  href: string;
  go: () => void;
}

export interface Asked {
  wish: Wish;
  /** `push` for what Back should take back. The zone stays as it is unless another is named. */
  step: (wish: Wish, how?: "push" | "replace") => Step;
}

/** What the address says is chosen, and the way to every other choice. */
export function useWish(): Asked {
  const path = usePathname();
  const wish = readWish(useSearchParams());
  return {
    wish,
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

export interface Choice extends Wish, Pick<Asked, "step"> {
  chosen: BookingPage["services"][number] | undefined;
}

/** As `useWish`, on a booking page: one with a single service has chosen it. */
export function useChoice(services: BookingPage["services"]): Choice {
  const { wish, step } = useWish();
  const only = services.length === 1 ? services[0] : undefined;
  const chosen = services.find(({ id }) => id === wish.service) ?? only;
  return { ...wish, slot: chosen && wish.slot, chosen, step };
}
