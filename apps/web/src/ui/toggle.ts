import { useSyncExternalStore } from "react";

export interface Toggle {
  set(open: boolean): void;
  /** Whether it is open; closed on the server. */
  useOpen(): boolean;
}

/** Something that is open or not, and can be opened from anywhere: of the page, not of a component. */
export function makeToggle(): Toggle {
  let open = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    set(next) {
      open = next;
      for (const listener of listeners) listener();
    },
    useOpen: () =>
      useSyncExternalStore(
        subscribe,
        () => open,
        () => false,
      ),
  };
}
