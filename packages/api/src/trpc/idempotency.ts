import { DomainError } from "@odys/shared/kernel/errors";
import { type MiddlewareResult, middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import type { Ctx } from "../kernel/ctx.ts";
import { claimKey, recordAnswer } from "../kernel/idempotency.ts";
import { type OpenTransaction, sendLast, withTransaction } from "../kernel/transaction.ts";
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
      // Both leave in one flight: what the procedure reads is wasted where the key was used before, and
      // it writes nothing until that is known.
      const claim = claimKey(tx, inner, { key, body });
      const mayWrite = claim.then((stored) => {
        if (stored) throw new DomainError("INTERNAL");
      });
      mayWrite.catch(() => undefined);
      const ran = await proceed(inner.open && { ...inner.open, mayWrite });
      const stored = await claim;
      if (stored) {
        result = { ok: true, data: stored.output, marker: middlewareMarker };
        return;
      }
      result = ran;
      // A refusal is no answer to keep, and must undo whatever the use case had begun.
      if (!result.ok) throw result.error;
      sendLast(inner, recordAnswer(tx, inner, key, result.data));
    });
  } catch (error) {
    if (result?.ok === false) return result;
    throw error;
  }
  if (!result) throw new DomainError("INTERNAL");
  return result;
}
