import { useEffect, useEffectEvent } from "react";

/** Keeps what was typed when a page of the wizard goes, by whichever button, the browser's included. */
export function useKept(keep: () => void): void {
  const last = useEffectEvent(keep);
  useEffect(() => () => last(), []);
}
