import { checkGuest, holdFor } from "@odys/shared/booking/guest-check";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { countGuests, type GuestRow, guestRules, NONE } from "./guest-queries.ts";
import type { Asker } from "./vouch-for-guest.ts";

/** What was decided about a guest, and who it is; asked again, exactly, when it is written. */
export type Verdict = {
  decision: "book" | "hold";
  asker: Asker;
  /** How long a hold lasts, in milliseconds. */
  holdFor: number;
};

/**
 * Whether it may be booked, or is held until the mailbox confirms, by all that waits at the page `slug`:
 * by `counts`, read under the lock of the caps, or by a look of its own. GUEST_CHECK_FAILED with what
 * it `need`s, TOO_MANY_PENDING, NOT_FOUND; RATE_LIMITED when the address has had too many such mails.
 */
export async function judgeGuest(
  ctx: Ctx,
  slug: string,
  asker: Asker,
  counts?: GuestRow,
): Promise<Verdict> {
  const now = new Date(ctx.clock.now()).toISOString();
  const values = { slug, origin: asker.origin, id: NONE, now };
  const row = counts ?? (await readAsSystem(ctx, (db) => countGuests(db, values)))[0];
  if (!row) throw new DomainError("NOT_FOUND");
  const rules = guestRules(ctx, row);
  const decision = checkGuest({ ...asker, email: asker.email !== null }, row, rules);
  if (decision === "too_many") throw new DomainError("TOO_MANY_PENDING");
  // Under the lock it is asked again; the mail was counted when it was decided.
  if (decision === "hold" && !counts) await countMail(ctx, asker.email);
  if (decision === "book" || decision === "hold")
    return { decision, asker, holdFor: holdFor(row, rules) };
  throw new DomainError("GUEST_CHECK_FAILED", { need: decision });
}

/** Whoever fills in a stranger's address has Odys write to them: a few times an hour and no more. */
async function countMail(ctx: Ctx, email: string | null): Promise<void> {
  const verdict = await ctx.limiter.consume("guestMail", email ?? "");
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  throw new DomainError("RATE_LIMITED", { limit: "guestMail", retryAfterSeconds });
}
