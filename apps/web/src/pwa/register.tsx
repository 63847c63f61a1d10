"use client";

import { useEffect } from "react";
import { listenForOffer } from "./device.ts";

/** Makes the signed-in app installable. Not in development, where files change under their names. */
export function RegisterWorker({ enabled }: { enabled: boolean }) {
  useEffect(() => {
    if (!enabled || !("serviceWorker" in navigator)) return undefined;
    // Without it everything works but offline: nobody has to be told.
    navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => undefined);
    return listenForOffer();
  }, [enabled]);
  return null;
}
