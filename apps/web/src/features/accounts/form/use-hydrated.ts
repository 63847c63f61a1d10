import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False while the page is only what the server sent, true once scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
