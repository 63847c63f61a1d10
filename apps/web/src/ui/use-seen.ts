"use client";

import { useSyncExternalStore } from "react";

/** Whether somebody can look at the page: its tab is in front. */
export function useSeen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener("visibilitychange", changed);
      return () => document.removeEventListener("visibilitychange", changed);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}
