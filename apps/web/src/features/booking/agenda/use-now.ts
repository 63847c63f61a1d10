"use client";

import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** The time as an ISO instant, moving on by the minute. Starts as the server rendered it. */
export function useNow(renderedAt: string): string {
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    const tick = () => setNow(new Date().toISOString());
    const timer = setInterval(tick, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
