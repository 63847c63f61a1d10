import { workerSource } from "../../pwa/worker.ts";

// Rendered once, by the build: so each build has a worker of its own.
export const dynamic = "force-static";

export function GET(): Response {
  return new Response(workerSource(Date.now().toString(36)), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
    },
  });
}
