import { needsMail, workNow } from "@odys/shared/booking/guest-check";
import type { Challenge, ChallengeInput } from "@odys/shared/booking/guest-schema";
import { PUZZLES } from "@odys/shared/booking/proof";
import { DomainError } from "@odys/shared/kernel/errors";
import { CHALLENGE_MS, issueChallenge } from "../../kernel/challenges.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { countGuests, guestRules, NONE, originOf } from "./guest-queries.ts";

/**
 * What the device of whoever is about to book has to work out, by how much presses on the practice and
 * comes from this network; nothing for an account with a verified address. Nothing is kept of it.
 * NOT_FOUND.
 */
export async function getChallenge(
  ctx: Ctx,
  { slug, serviceId }: ChallengeInput,
): Promise<Challenge> {
  const now = ctx.clock.now();
  const values = { slug, origin: originOf(ctx), id: NONE, now: new Date(now).toISOString() };
  const [row] = await readAsSystem(ctx, (db) => countGuests(db, values));
  if (!row) throw new DomainError("NOT_FOUND");
  const expiresAt = new Date(now + CHALLENGE_MS).toISOString();
  const { actor, settings } = ctx;
  if (settings.guestWork === 0 || (actor.type === "user" && actor.emailVerified))
    return { challenge: null, work: 0, expiresAt, email: "optional" };
  const rules = guestRules(ctx, row);
  const work = Math.ceil(workNow(row, rules) / PUZZLES);
  return {
    challenge: issueChallenge(settings, { scope: `${slug} ${serviceId}`, now, work }),
    work,
    expiresAt,
    email: needsMail(row, rules) ? "required" : "optional",
  };
}
