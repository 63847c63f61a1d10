import type { Jobs, ListJobsInput } from "@odys/shared/admin/ops-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin } from "./queries.ts";

/** Jobs of a queue that are not done, the newest first; `more` when there are others than these. */
export async function listJobs(
  ctx: UserCtx,
  { queue, state, limit }: ListJobsInput,
): Promise<Jobs> {
  const found = await asAdmin(ctx, () =>
    ctx.queue.jobs(queue, { ...(state && { state }), limit: limit + 1 }),
  );
  const items = found.slice(0, limit).map((job) => ({
    ...job,
    createdAt: job.createdAt.toISOString(),
    dueAt: job.dueAt.toISOString(),
  }));
  return { items, more: found.length > limit };
}
