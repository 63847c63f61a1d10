import type { Replayed, ReplayDeadLettersInput } from "@odys/shared/admin/ops-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin } from "./queries.ts";

/** Of one call; whoever has more of them asks again. */
const MOST = 500;

/** Has the dead letters of a queue done again, oldest first. Answers how many. */
export async function replayDeadLetters(
  ctx: UserCtx,
  { queue }: ReplayDeadLettersInput,
): Promise<Replayed> {
  await ctx.auth.confirm(ctx);
  await asAdmin(ctx, (_tx, inner) =>
    recordAccess(inner, { table: queue, row: "dead letters", operation: "replay" }),
  );
  return { jobs: await ctx.queue.replayDead(queue, MOST) };
}
