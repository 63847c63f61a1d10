"use client";

import { api } from "../../../trpc/client.tsx";
import { useStream } from "../../../trpc/use-stream.ts";

/** Asks again for what a page shows whenever something of the practice changes, wherever that happened. */
export function useLive(): void {
  const utils = api.useUtils();
  useStream(api.booking.onChange, () => {
    void utils.booking.invalidate();
    void utils.clients.invalidate();
    void utils.messaging.listDeliveries.invalidate();
  });
}
