import { DomainError } from "@odys/shared/kernel/errors";
import { type AnyTRPCProcedure, type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import { createTrustedContext } from "../trpc/context.ts";
import type { Meta } from "../trpc/meta.ts";
import { failure, seal, success } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { sameSecret } from "../kernel/secrets.ts";

export const CRON_PREFIX = "/api/cron";

/**
 * `/api/cron/<name>`, by GET or POST, with `Authorization: Bearer <CRON_SECRET>` or `x-cron-secret`.
 * Answers with what was done. It has no deadline: whoever calls it waits, or calls again.
 */
export function createCronDoor(systemRouter: AnyTRPCRouter): Door {
  const procedures = cronProceduresOf(systemRouter);
  return async (request, services, { requestId }) => {
    try {
      const given =
        request.headers.get("x-cron-secret") ??
        /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ??
        null;
      // Before anything else is told, the names of the jobs among it.
      if (!sameSecret(given, services.settings.cronSecret)) throw new DomainError("UNAUTHORIZED");
      const name = new URL(request.url).pathname.slice(CRON_PREFIX.length + 1);
      const path = procedures.get(name);
      if (!path) throw new DomainError("NOT_FOUND");
      if (request.method !== "GET" && request.method !== "POST") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", "GET, POST");
        return seal(refused, requestId);
      }
      const done = await callTRPCProcedure({
        router: systemRouter,
        path,
        type: systemRouter._def.procedures[path]._def.type,
        ctx: createTrustedContext(services, { type: "cron" }, requestId),
        getRawInput: () => Promise.resolve(undefined),
        signal: undefined,
        batchIndex: 0,
      });
      return seal(success(done), requestId);
    } catch (error) {
      return seal(failure(error, requestId), requestId);
    }
  };
}

/** Door names of the cron procedures → their paths in the router. */
function cronProceduresOf(router: AnyTRPCRouter): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, procedure] of Object.entries<AnyTRPCProcedure>(router._def.procedures)) {
    const meta = procedure._def.meta as Meta | undefined;
    if (meta?.webhook) continue;
    const name = meta?.cron ?? kebab(path.split(".").at(-1) ?? path);
    if (names.has(name)) throw new Error(`${path} and ${names.get(name)} are both cron "${name}"`);
    names.set(name, path);
  }
  return names;
}

/** `drainOutbox` → `drain-outbox` */
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
