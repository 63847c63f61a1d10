import type { Tx } from "@odys/db/client";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { insertOf, statement } from "@odys/db/statement";
import { sql } from "drizzle-orm";
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

const value = sql.placeholder;
const own = sql`actor = ${value("actor")} and procedure = ${value("procedure")} and key = ${value("key")}`;

const CLAIM = statement<{ key: string }>(sql`
  ${insertOf(idempotencyKeys, {
    actor: value("actor"),
    procedure: value("procedure"),
    key: value("key"),
    bodyHash: value("bodyHash"),
    createdAt: value("now"),
    expiresAt: value("expiresAt"),
  })}
  on conflict (actor, procedure, key) do update set body_hash = excluded.body_hash, answer = null,
    created_at = excluded.created_at, expires_at = excluded.expires_at
    where ${idempotencyKeys.expiresAt} < excluded.created_at
  returning key`);
const READ = statement<{ hash: string; sealed: string | null }>(sql`
  select body_hash as hash, answer ->> 'sealed' as sealed from ${idempotencyKeys} where ${own}`);
const KEEP = statement(
  sql`update ${idempotencyKeys} set answer = ${value("answer")}::jsonb where ${own}`,
);

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
  // With the key, so that nobody can try out bodies on what is kept.
  const bodyHash = createHmac("sha256", key)
    .update(JSON.stringify(body) ?? "")
    .digest("hex");
  const claimed = await CLAIM(tx, {
    ...ownerOf(ctx, key),
    bodyHash,
    now: new Date(now).toISOString(),
    expiresAt: new Date(now + KEPT_MS).toISOString(),
  });
  if (claimed.length > 0) return null;

  const [stored] = await READ(tx, ownerOf(ctx, key));
  if (!stored?.sealed || stored.hash !== bodyHash) throw new DomainError("IDEMPOTENCY_KEY_REUSED");
  return { output: unseal(ctx, key, stored.sealed) };
}

/** Keeps the answer beside the change, in the same transaction. */
export async function recordAnswer(tx: Tx, ctx: Ctx, key: string, output: unknown): Promise<void> {
  const answer = JSON.stringify({ sealed: seal(ctx, key, output) });
  await KEEP(tx, { ...ownerOf(ctx, key), answer });
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

function ownerOf(ctx: Ctx, key: string) {
  return { actor: actorName(ctx.actor), procedure: ctx.action, key: nameOf(key) };
}
