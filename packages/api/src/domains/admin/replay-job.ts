import type { Replayed, ReplayJobInput } from "@odys/shared/admin/ops-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin } from "./queries.ts";

/** Has one job done again, or now. NOT_FOUND when it is no dead letter and waits for nothing. */
export async function replayJob(ctx: UserCtx, { queue, id }: ReplayJobInput): Promise<Replayed> {
  await ctx.auth.confirm(ctx);
  // First, and committed: the queue has connections of its own.
  await asAdmin(ctx, (_tx, inner) =>
    recordAccess(inner, { table: queue, row: id, operation: "replay" }),
  );
  if (!(await ctx.queue.replay(queue, id))) throw new DomainError("NOT_FOUND");
  return { jobs: 1 };
}
