"use client";

import { useEffect, useSyncExternalStore } from "react";
import { makeToggle } from "../toggle.ts";

export interface KeyGroup {
  title: string;
  keys: readonly { what: string; keys: readonly string[] }[];
}

/** The list of keys: open or not. */
export const keyHelp = makeToggle();

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();
function set(next: readonly KeyGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const NONE: readonly KeyGroup[] = [];

/** Puts keys on the list for as long as the page that knows them is there. The group is the same from one drawing to the next. */
export function useKeyGroup(group: KeyGroup): void {
  useEffect(() => {
    set([...groups, group]);
    return () => set(groups.filter((one) => one !== group));
  }, [group]);
}

/** All keys that work now. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(
    subscribe,
    () => groups,
    () => NONE,
  );
}

/** Whether a key that was pressed may be a command: nobody is writing, nothing lies over the page. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return false;
  const { target } = event;
  const writes =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=menu]") !== null);
  return !writes && document.querySelector("[role=dialog], [role=alertdialog]") === null;
}
