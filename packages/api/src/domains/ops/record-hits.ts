import { rateLimitHits } from "@odys/db/schema/ops";
import type { RateLimitName } from "@odys/shared/ops/limits";
import { sql } from "drizzle-orm";
import type { Services } from "../../kernel/ports.ts";
import { asSystem } from "../../kernel/transaction.ts";

type Count = { hour: Date; limit: RateLimitName; caller: string; hits: number };

/** Rows of one statement; PostgreSQL takes 65 535 parameters. */
const BATCH = 1_000;

/** Adds refusals to those of their hour, limit and caller. A hash of the caller, not the caller. */
export async function recordHits(services: Pick<Services, "db">, counts: Count[]): Promise<void> {
  for (let from = 0; from < counts.length; from += BATCH)
    await asSystem(services)
      .insert(rateLimitHits)
      .values(counts.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: [rateLimitHits.hour, rateLimitHits.limit, rateLimitHits.caller],
        set: { hits: sql`${rateLimitHits.hits} + excluded.hits` },
      });
}
