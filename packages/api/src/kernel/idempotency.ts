import type { Tx } from "@odys/db/client";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, lt } from "drizzle-orm";
import { createHash } from "node:crypto";
import { actorName, type Ctx } from "./ctx.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;

/** SHA-256 of the input as it arrived; the same fields in another order are another body. */
export function hashBody(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(input) ?? "")
    .digest("hex");
}

/**
 * Takes the key for this transaction, or returns the answer that was given under it. Whoever comes
 * second waits in the insert until the first has committed. Throws IDEMPOTENCY_KEY_REUSED when the
 * key was used with another body within 24 hours.
 */
export async function claimKey(
  tx: Tx,
  ctx: Ctx,
  { key, bodyHash }: { key: string; bodyHash: string },
): Promise<{ output: unknown } | null> {
  const now = ctx.clock.now();
  const owner = { actor: actorName(ctx.actor), procedure: ctx.action, key };
  const fresh = {
    bodyHash,
    answer: null,
    createdAt: new Date(now),
    expiresAt: new Date(now + KEPT_MS),
  };
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...owner, ...fresh })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actor, idempotencyKeys.procedure, idempotencyKeys.key],
      set: fresh,
      setWhere: lt(idempotencyKeys.expiresAt, new Date(now)),
    })
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;

  const [stored] = await tx.select().from(idempotencyKeys).where(ownKey(ctx, key));
  if (!stored?.answer || stored.bodyHash !== bodyHash)
    throw new DomainError("IDEMPOTENCY_KEY_REUSED");
  return stored.answer;
}

/** Keeps the answer beside the change, in the same transaction. */
export async function recordAnswer(tx: Tx, ctx: Ctx, key: string, output: unknown): Promise<void> {
  await tx.update(idempotencyKeys).set({ answer: { output } }).where(ownKey(ctx, key));
}

function ownKey(ctx: Ctx, key: string) {
  return and(
    eq(idempotencyKeys.actor, actorName(ctx.actor)),
    eq(idempotencyKeys.procedure, ctx.action),
    eq(idempotencyKeys.key, key),
  );
}
