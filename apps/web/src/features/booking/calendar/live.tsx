"use client";

import { useLive } from "./use-live.ts";

/** Keeps every page below it up to date; draws nothing. */
export function Live() {
  useLive();
  return null;
}
