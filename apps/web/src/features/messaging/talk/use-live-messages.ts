"use client";

import { api } from "../../../trpc/client.tsx";
import { useStream } from "../../../trpc/use-stream.ts";

/** Asks again for messages and notifications whenever one of them has changed, while somebody looks. */
export function useLiveMessages(): void {
  const utils = api.useUtils();
  useStream(api.messaging.onMessage, () => void utils.messaging.invalidate());
}
