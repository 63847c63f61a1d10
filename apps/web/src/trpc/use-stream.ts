"use client";

import { type SkipToken, skipToken } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isProblem } from "../features/accounts/problem.ts";
import { useSeen } from "../ui/use-seen.ts";

/** The wait before a stream that failed is asked for again, doubled each time. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

interface Stream {
  useSubscription: (
    input: Record<string, never> | SkipToken,
    options: { onData: () => void; onError: (error: unknown) => void },
  ) => { status: string; reset: () => void };
}

/**
 * Does `onNews` whenever the stream tells of something, and asks for it again after a failure unless
 * nobody is signed in any more. Only while somebody looks: a browser has few connections to one server,
 * and a page in the background would keep one of them.
 */
export function useStream({ useSubscription }: Stream, onNews: () => void): void {
  const seen = useSeen();
  const [failures, setFailures] = useState(0);
  const { reset, status } = useSubscription(seen ? {} : skipToken, {
    onData: () => {
      setFailures(0);
      onNews();
    },
    onError: (error) => setFailures((count) => (isProblem(error, "UNAUTHORIZED") ? -1 : count + 1)),
  });
  useEffect(() => {
    if (status !== "error" || failures < 0) return undefined;
    // Apart in time: a server that comes back is not asked by everybody at once.
    const wait = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS) * (0.5 + Math.random());
    const timer = setTimeout(reset, wait);
    return () => clearTimeout(timer);
  }, [status, failures, reset]);
}
