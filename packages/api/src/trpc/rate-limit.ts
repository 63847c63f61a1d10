import { DomainError } from "@odys/shared/kernel/errors";
import { RATE_LIMITS, type RateLimitName } from "@odys/shared/ops/limits";
import { networkOf } from "../kernel/network.ts";
import type { Logger } from "pino";
import type { RequestContext } from "./context.ts";
import type { Call } from "./init.ts";

/** Enforces the general limit of the network doors and the limits that the procedure's meta names. */
export async function limitRate({ ctx, meta, getRawInput }: Call, log: Logger): Promise<void> {
  if (ctx.via === "http")
    await (ctx.countRequest.counted ??= consume(ctx, log, "api", networkOf(ctx.ip)));
  const named = meta?.rateLimit;
  if (!named) return;
  for (const name of typeof named === "string" ? [named] : named) {
    await consume(ctx, log, name, await keyOf(ctx, name, getRawInput));
  }
}

async function keyOf(
  ctx: RequestContext,
  name: RateLimitName,
  rawInput: () => Promise<unknown>,
): Promise<string> {
  switch (RATE_LIMITS[name].by) {
    case "ip":
      return networkOf(ctx.ip);
    case "user": {
      const actor = await ctx.who();
      return actor.type === "user" ? actor.userId : networkOf(ctx.ip);
    }
    case "email": {
      const input = await rawInput();
      const email =
        typeof input === "object" && input !== null && "email" in input ? input.email : "";
      // Raw: it may be anything, an object that cannot be made a text among it.
      return typeof email === "string" ? email.trim().toLowerCase().slice(0, 254) : "";
    }
  }
}

async function consume(
  ctx: RequestContext,
  log: Logger,
  name: RateLimitName,
  key: string,
): Promise<void> {
  let verdict: Awaited<ReturnType<RequestContext["limiter"]["consume"]>>;
  try {
    verdict = await ctx.limiter.consume(name, key);
  } catch (error) {
    log.error({ err: error, limit: name }, "rate limiter does not answer");
    if (RATE_LIMITS[name].failClosed) throw new DomainError("UNAVAILABLE");
    return;
  }
  if (verdict.allowed) return;
  ctx.refusals.note(name, key);
  ctx.responseHeaders.set("retry-after", String(verdict.retryAfterSeconds));
  throw new DomainError("RATE_LIMITED", {
    limit: name,
    retryAfterSeconds: verdict.retryAfterSeconds,
  });
}
