import { rateLimitHits } from "@odys/db/schema/ops";
import type { Hits, ListHitsInput } from "@odys/shared/admin/ops-schema";
import { RATE_LIMITS, type RateLimitName } from "@odys/shared/ops/limits";
import { desc, gte, max, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin } from "./queries.ts";

const HOUR_MS = 3_600_000;
const TOP_CALLERS = 20;

/** Whom the limiter refused how often, by the hour, and who was refused most. Callers are hashes. */
export function listHits(ctx: UserCtx, { hours }: ListHitsInput): Promise<Hits> {
  const now = ctx.clock.now();
  const first = now - (now % HOUR_MS) - (hours - 1) * HOUR_MS;
  const since = gte(rateLimitHits.hour, new Date(first));
  return asAdmin(ctx, async (tx) => {
    const [series, callers] = await Promise.all([
      tx
        .select({
          hour: rateLimitHits.hour,
          limit: rateLimitHits.limit,
          hits: sql<number>`sum(${rateLimitHits.hits})::int`,
          callers: sql<string[]>`array_agg(distinct ${rateLimitHits.caller})`,
        })
        .from(rateLimitHits)
        .where(since)
        .groupBy(rateLimitHits.hour, rateLimitHits.limit),
      tx
        .select({
          caller: rateLimitHits.caller,
          limit: rateLimitHits.limit,
          hits: sql<number>`sum(${rateLimitHits.hits})::int`,
          lastHour: max(rateLimitHits.hour),
        })
        .from(rateLimitHits)
        .where(since)
        .groupBy(rateLimitHits.caller, rateLimitHits.limit)
        .orderBy(desc(sql`sum(${rateLimitHits.hits})`), rateLimitHits.caller)
        .limit(TOP_CALLERS),
    ]);
    const limits = (Object.keys(RATE_LIMITS) as RateLimitName[]).map((limit) => {
      const perHour = Array.from({ length: hours }, () => 0);
      const seen = new Set<string>();
      for (const row of series) {
        const index = Math.floor((row.hour.getTime() - first) / HOUR_MS);
        if (row.limit !== limit || index >= hours) continue;
        perHour[index] = row.hits;
        for (const caller of row.callers) seen.add(caller);
      }
      return { limit, total: perHour.reduce((a, b) => a + b, 0), callers: seen.size, perHour };
    });
    return {
      from: new Date(first).toISOString(),
      limits,
      callers: callers.flatMap(({ lastHour, limit, ...row }) =>
        isLimit(limit) && lastHour ? { ...row, limit, lastHour: lastHour.toISOString() } : [],
      ),
    };
  });
}

/** A limit that was renamed since is no longer one of ours. */
const isLimit = (name: string): name is RateLimitName => name in RATE_LIMITS;
