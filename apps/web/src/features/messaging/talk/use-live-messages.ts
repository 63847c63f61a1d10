"use client";

import { skipToken } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSeen } from "../../../ui/use-seen.ts";
import { isProblem } from "../../accounts/problem.ts";

/** The wait before a stream that failed is asked for again, doubled each time. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/** Asks again for messages and notifications whenever one of them has changed, while somebody looks. */
export function useLiveMessages(): void {
  const utils = api.useUtils();
  const seen = useSeen();
  const [failures, setFailures] = useState(0);
  const { reset, status } = api.messaging.onMessage.useSubscription(seen ? {} : skipToken, {
    onData: () => {
      setFailures(0);
      void utils.messaging.invalidate();
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
