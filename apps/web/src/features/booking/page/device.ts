"use client";

import { useSyncExternalStore } from "react";

/** Nothing tells of changes here: what a device keeps is read again whenever the page is drawn. */
const never = () => () => undefined;

/** What the device says; null on the server and for the first drawing, which must agree with it. */
export function useDevice(read: () => string | null): string | null {
  return useSyncExternalStore(never, read, () => null);
}

/** A value out of the browser's storage; null where there is none or it may not be read. */
export function readKept(kind: "localStorage" | "sessionStorage", key: string): string | null {
  try {
    return window[kind].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value, or with null drops it. A full or forbidden storage costs the comfort, nothing else. */
export function keep(
  kind: "localStorage" | "sessionStorage",
  key: string,
  value: string | null,
): void {
  try {
    if (value === null) window[kind].removeItem(key);
    else window[kind].setItem(key, value);
  } catch {
    // As the comment above says.
  }
}

/** The fields of kept JSON, whatever it turns out to be. */
export function fieldsOf(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? "null");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
