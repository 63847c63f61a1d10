import { DomainError } from "@odys/shared/kernel/errors";
import { type AnyTRPCProcedure, type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import type { WebhookVerifier } from "../kernel/ports.ts";
import { createTrustedContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import type { Meta } from "../trpc/meta.ts";
import { failure, seal, success } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { readBody, withDeadline } from "./guard.ts";

export const WEBHOOK_PREFIX = "/api/webhooks";

/**
 * `/api/webhooks/<provider>`: the provider's verifier reads the raw bytes, and only what it vouches for
 * reaches the provider's procedure. The procedure records and answers; the work is a job.
 */
export function createWebhookDoor(systemRouter: AnyTRPCRouter): Door {
  return async (request, services, { requestId }) => {
    try {
      const provider = new URL(request.url).pathname.slice(WEBHOOK_PREFIX.length + 1);
      const verifier = services.webhooks?.find((one) => one.provider === provider);
      const target = webhookProcedure(systemRouter, provider);
      if (!verifier || !target) throw new DomainError("NOT_FOUND");
      if (request.method === "GET" && verifier.handshake)
        return seal(shakeHands(verifier, request), requestId);
      if (request.method !== "POST") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", verifier.handshake ? "GET, POST" : "POST");
        return seal(refused, requestId);
      }
      const { headers } = request;
      const body = await withDeadline(readBody(request, verifier.maxBytes));
      const event = await verifier.verify({ headers, body, now: services.clock.now() });
      if (event === null) throw new DomainError("UNAUTHORIZED");
      const call = callTRPCProcedure({
        router: systemRouter,
        path: target.path,
        type: target.procedure._def.type,
        ctx: createTrustedContext(services, { type: "webhook", provider }, requestId),
        getRawInput: () => Promise.resolve(event),
        signal: undefined,
        batchIndex: 0,
      });
      return seal(success(await withDeadline(call)), requestId);
    } catch (error) {
      if (reportOf(error).code === "INTERNAL")
        services.log.error({ err: error, requestId }, "webhook door failed");
      return seal(failure(error, requestId), requestId);
    }
  };
}

/** The answer is what was asked for and nothing around it. */
function shakeHands(verifier: WebhookVerifier, request: Request): Response {
  const answer = verifier.handshake?.(new URL(request.url).searchParams) ?? null;
  if (answer === null) throw new DomainError("FORBIDDEN");
  return new Response(answer, { headers: { "content-type": "text/plain; charset=utf-8" } });
}

function webhookProcedure(router: AnyTRPCRouter, provider: string) {
  const all = Object.entries<AnyTRPCProcedure>(router._def.procedures);
  const found = all.find(([, { _def }]) => (_def.meta as Meta | undefined)?.webhook === provider);
  return found && { path: found[0], procedure: found[1] };
}
