import { DomainError } from "@odys/shared/kernel/errors";
import { type MiddlewareResult, middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import type { Ctx } from "../kernel/ctx.ts";
import { claimKey, recordAnswer } from "../kernel/idempotency.ts";
import { type OpenTransaction, withTransaction } from "../kernel/transaction.ts";
import type { Call } from "./init.ts";

const KEY = /^[\x21-\x7e]{8,128}$/;

/** The key of a call whose request carries an `Idempotency-Key` and whose meta says `idempotent`, or null. */
export function keyOfCall({ ctx, meta }: Call): string | null {
  return meta?.idempotent ? ctx.idempotencyKey : null;
}

/**
 * The key, the change and the answer are one transaction, which `proceed` joins. The same key and
 * body get the stored answer; the same key with another body is refused with 409.
 */
export async function onceByKey<C>(
  key: string,
  caller: Ctx,
  { getRawInput }: Call,
  proceed: (open: OpenTransaction | null) => Promise<MiddlewareResult<C>>,
): Promise<MiddlewareResult<C>> {
  if (!KEY.test(key))
    throw new DomainError("VALIDATION_ERROR", { fields: { "idempotency-key": ["invalid"] } });
  const body = await getRawInput();

  let result: MiddlewareResult<C> | undefined;
  try {
    await withTransaction(caller, async (tx, inner) => {
      result = undefined;
      const stored = await claimKey(tx, inner, { key, body });
      if (stored) {
        // The procedure does not run again: its answer is the one that was given before.
        result = { ok: true, data: stored.output, marker: middlewareMarker };
        return;
      }
      result = await proceed(inner.open);
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
}
