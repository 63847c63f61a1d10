"use client";

import type { AppRouter } from "@odys/api/root";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import { type ReactNode, useState } from "react";
import { forwardOnly } from "./forward-only.ts";
import { makeQueryClient } from "./query-client.ts";

/** Procedures as hooks: `api.booking.listSlots.useQuery(…)`. */
export const api = createTRPCReact<AppRouter>();

let browserClient: QueryClient | undefined;
function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  return (browserClient ??= makeQueryClient());
}

const url = "/api/trpc";

function makeClient() {
  return api.createClient({
    links: [
      forwardOnly,
      splitLink({
        condition: ({ type }) => type === "mutation",
        // By themselves and not streamed: cookies and Retry-After stand in the answer's headers, which
        // a stream sends before its procedures have run.
        true: httpLink({
          url,
          headers: ({ op }) => {
            const key = op.context["idempotencyKey"];
            return typeof key === "string" ? { "idempotency-key": key } : {};
          },
        }),
        false: splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url }),
          false: httpBatchStreamLink({ url, maxItems: 20 }),
        }),
      }),
    ],
  });
}

/**
 * Gives the pages under it their queries. A mutation that may be sent twice takes a key:
 * `useMutation({ trpc: { context: { idempotencyKey } } })`.
 */
export function TRPCProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(makeClient);
  return (
    <api.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </api.Provider>
  );
}
