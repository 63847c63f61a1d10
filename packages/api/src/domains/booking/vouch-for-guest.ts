import type { Guest } from "@odys/shared/booking/guest-check";
import { PUZZLES } from "@odys/shared/booking/proof";
import type { BookInput } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { readProof } from "../../kernel/challenges.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { originOf } from "./guest-queries.ts";

/** Who asks, as far as the caps are concerned. */
export type Asker = Omit<Guest, "email"> & {
  /** Where a mail would go. */
  email: string | null;
  /** Whose share it takes. */
  origin: string;
  /** The challenge that was answered; it is answered once. */
  challenge: string | null;
};

/**
 * Who stands behind a wish to book: an account with a verified address, work, or nobody. Asks nothing
 * of the database, so that refusing costs next to nothing. Null where guests are not checked at all.
 * GUEST_CHECK_FAILED with `need`: a proof that is not one, or neither proof nor address.
 */
export function vouchForGuest(ctx: Ctx, input: BookInput): Asker | null {
  const { actor, settings } = ctx;
  if (settings.guestWork === 0) return null;
  const nobody = {
    origin: originOf(ctx),
    email: input.email ?? null,
    work: 0,
    challenge: null,
  };
  if (actor.type === "user" && actor.emailVerified) return { ...nobody, by: "account" };
  const { proof, slug, serviceId, startsAt } = input;
  if (proof !== undefined) {
    const scope = `${slug} ${serviceId}`;
    const proven = readProof(settings, { proof, scope, startsAt, now: ctx.clock.now() });
    if (!proven) throw new DomainError("GUEST_CHECK_FAILED", { need: "proof" });
    return { ...nobody, by: "work", work: proven.work * PUZZLES, challenge: proven.id };
  }
  if (nobody.email === null) throw new DomainError("GUEST_CHECK_FAILED", { need: "proof" });
  return { ...nobody, by: "none" };
}
