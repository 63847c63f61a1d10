import type { Drained } from "@odys/shared/ops/schema";
import type { Ctx } from "../../kernel/ctx.ts";

/** Below what platforms allow a function to run, with time left to answer. */
const BUDGET_MS = 20_000;

/**
 * Does the jobs that wait, in this process and for at most twenty seconds: for deployments without
 * long-lived workers. Beside workers, or called twice at once, each job is still done by one.
 */
export async function drainOutbox(ctx: Ctx): Promise<Drained> {
  return { jobs: await ctx.outbox.drain({ forMs: BUDGET_MS }) };
}
