"use client";

import { useLiveMessages } from "./use-live-messages.ts";

/** Keeps messages and notifications of every page below it up to date; draws nothing. */
export function LiveMessages() {
  useLiveMessages();
  return null;
}
