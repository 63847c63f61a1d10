import type { Tx } from "@odys/db/client";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, lt } from "drizzle-orm";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { actorName, type Ctx } from "./ctx.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;

/** A request's key with its body; the same fields in another order are another body. */
type KeyedBody = { key: string; body: unknown };

/**
 * Takes the key for this transaction, or returns the answer that was given under it. Whoever comes
 * second waits in the insert until the first has committed. Throws IDEMPOTENCY_KEY_REUSED when the
 * key was used with another body within 24 hours.
 */
export async function claimKey(
  tx: Tx,
  ctx: Ctx,
  { key, body }: KeyedBody,
): Promise<{ output: unknown } | null> {
  const now = ctx.clock.now();
  const owner = { actor: actorName(ctx.actor), procedure: ctx.action, key: nameOf(key) };
  // With the key, so that nobody can try out bodies on what is kept.
  const bodyHash = createHmac("sha256", key)
    .update(JSON.stringify(body) ?? "")
    .digest("hex");
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
  return { output: unseal(ctx, key, stored.answer.sealed) };
}

/** Keeps the answer beside the change, in the same transaction. */
export async function recordAnswer(tx: Tx, ctx: Ctx, key: string, output: unknown): Promise<void> {
  const answer = { sealed: seal(ctx, key, output) };
  await tx.update(idempotencyKeys).set({ answer }).where(ownKey(ctx, key));
}

/** As what a key is found: guests share one name, so whoever reads the table must not learn keys. */
function nameOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/**
 * Answers hold what is told once (the secret of a manage link) and people's data. They are kept
 * under AES-256-GCM, with a secret that only the request's own key leads to (HKDF, RFC 5869).
 */
function secretOf(ctx: Ctx, key: string): Uint8Array {
  const purpose = `odys idempotency ${actorName(ctx.actor)} ${ctx.action}`;
  return new Uint8Array(hkdfSync("sha256", key, "", purpose, 32));
}

function seal(ctx: Ctx, key: string, output: unknown): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretOf(ctx, key), iv);
  const text = JSON.stringify({ output });
  const sealed = [iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString("base64");
}

function unseal(ctx: Ctx, key: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", secretOf(ctx, key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const text = decipher.update(bytes.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
  return (JSON.parse(text) as { output?: unknown }).output;
}

function ownKey(ctx: Ctx, key: string) {
  return and(
    eq(idempotencyKeys.actor, actorName(ctx.actor)),
    eq(idempotencyKeys.procedure, ctx.action),
    eq(idempotencyKeys.key, nameOf(key)),
  );
}
