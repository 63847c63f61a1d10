import { DomainError } from "@odys/shared/kernel/errors";
import { withTransaction } from "../kernel/transaction.ts";
import { claimKey, recordAnswer } from "../kernel/idempotency.ts";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import { t } from "./init.ts";

const KEY = /^[\x21-\x7e]{8,128}$/;

/**
 * For procedures whose meta says `idempotent`, when the request carries an `Idempotency-Key`: the
 * key, the change and the answer are one transaction. The same key and body get the stored answer;
 * the same key with another body is refused with 409.
 */
export const idempotency = t.middleware(async (opts) => {
  const { ctx, meta, getRawInput, next } = opts;
  if (!meta?.idempotent || ctx.idempotencyKey === null) return next();
  const key = ctx.idempotencyKey;
  if (!KEY.test(key))
    throw new DomainError("VALIDATION_ERROR", { fields: { "idempotency-key": ["invalid"] } });
  const body = await getRawInput();
  const caller = { ...ctx, actor: await ctx.who() };

  let result: Awaited<ReturnType<typeof next>> | undefined;
  try {
    await withTransaction(caller, async (tx, inner) => {
      result = undefined;
      const stored = await claimKey(tx, inner, { key, body });
      if (stored) {
        // The procedure does not run again: its answer is the one that was given before.
        result = { ok: true, data: stored.output, marker: middlewareMarker };
        return;
      }
      result = await next({ ctx: { open: inner.open } });
      // A refusal is no answer to keep, and must undo whatever the use case had begun.
      if (!result.ok) throw result.error;
      await recordAnswer(tx, inner, key, result.data);
    });
  } catch (error) {
    if (result?.ok === false) return result;
    throw error;
  }
  if (!result) throw new DomainError("INTERNAL");
  return result;
});
