"use client";

import { skipToken } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isProblem } from "../../accounts/problem.ts";
import { api } from "../../../trpc/client.tsx";
import { useSeen } from "../../../ui/use-seen.ts";

/** The wait before a stream that failed is asked for again, doubled each time. */
const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * Asks again for what a page shows whenever something of the practice changes, wherever that happened.
 * Only while somebody looks: a browser has few connections to one server, and a page in the
 * background would keep one of them.
 */
export function useLive(): void {
  const utils = api.useUtils();
  const seen = useSeen();
  const [failures, setFailures] = useState(0);
  const stream = api.booking.onChange.useSubscription(seen ? {} : skipToken, {
    onData: () => {
      setFailures(0);
      void utils.booking.invalidate();
      void utils.clients.invalidate();
      void utils.messaging.listDeliveries.invalidate();
    },
    onError: (error) => setFailures((count) => (isProblem(error, "UNAUTHORIZED") ? -1 : count + 1)),
  });
  const { reset, status } = stream;
  useEffect(() => {
    if (status !== "error" || failures < 0) return undefined;
    // Apart in time: a server that comes back is not asked by everybody at once.
    const wait = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS) * (0.5 + Math.random());
    const timer = setTimeout(reset, wait);
    return () => clearTimeout(timer);
  }, [status, failures, reset]);
}
