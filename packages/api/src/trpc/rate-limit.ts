import { DomainError } from "@odys/shared/kernel/errors";
import { RATE_LIMITS, type RateLimitName } from "@odys/shared/ops/limits";
import { networkOf } from "../kernel/network.ts";
import type { RequestContext } from "./context.ts";
import { t } from "./init.ts";

/** Enforces the general limit of the network doors and the limits that the procedure's meta names. */
export const limitRate = t.middleware(async ({ ctx, meta, getRawInput, next }) => {
  if (ctx.via === "http")
    await (ctx.countRequest.counted ??= consume(ctx, "api", networkOf(ctx.ip)));
  const named = meta?.rateLimit;
  if (named) {
    for (const name of typeof named === "string" ? [named] : named) {
      await consume(ctx, name, await keyOf(ctx, name, getRawInput));
    }
  }
  return next();
});

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

async function consume(ctx: RequestContext, name: RateLimitName, key: string): Promise<void> {
  const verdict = await ctx.limiter.consume(name, key).catch((error: unknown) => {
    ctx.log.error({ err: error, limit: name }, "rate limiter does not answer");
    if (RATE_LIMITS[name].failClosed) throw new DomainError("UNAVAILABLE");
    return { allowed: true } as const;
  });
  if (verdict.allowed) return;
  ctx.responseHeaders.set("retry-after", String(verdict.retryAfterSeconds));
  throw new DomainError("RATE_LIMITED", {
    limit: name,
    retryAfterSeconds: verdict.retryAfterSeconds,
  });
}
