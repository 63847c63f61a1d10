import { DomainError } from "@odys/shared/kernel/errors";
import type { Actor, ProfessionalCtx, UserCtx } from "../kernel/ctx.ts";
import { idempotency } from "./idempotency.ts";
import { t } from "./init.ts";
import { observe } from "./observe.ts";
import { limitRate } from "./rate-limit.ts";

/**
 * The ladder: each rung lets in fewer than the one before, and gives the use case a context whose
 * type says what has been made sure. `ProfessionalId` is minted here and nowhere else.
 */
const base = t.procedure.use(observe).use(limitRate);

/** Anybody. The actor is known if there is one. */
export const publicProcedure = base
  .use(async ({ ctx, next }) => next({ ctx: { actor: await ctx.who() } }))
  .use(idempotency);

/** Somebody who signed in. */
export const userProcedure = base
  .use(async ({ ctx, next }) =>
    next({ ctx: { actor: userOf(await ctx.who()) } satisfies Pick<UserCtx, "actor"> }),
  )
  .use(idempotency);

/** Somebody with a practice. */
export const professionalProcedure = base
  .use(async ({ ctx, next }) => {
    const actor = userOf(await ctx.who());
    if (!actor.professionalId) throw new DomainError("ONBOARDING_REQUIRED");
    const { professionalId } = actor;
    return next({
      ctx: { actor, professionalId } satisfies Pick<ProfessionalCtx, "actor" | "professionalId">,
    });
  })
  .use(idempotency);

/** A client of some practice: somebody whose address is verified, because that is what links people to client rows. */
export const clientProcedure = base
  .use(async ({ ctx, next }) => {
    const actor = userOf(await ctx.who());
    if (!actor.emailVerified) throw new DomainError("EMAIL_NOT_VERIFIED");
    return next({ ctx: { actor } });
  })
  .use(idempotency);

/** The platform's own people. Everybody else hears that there is no such thing. */
export const adminProcedure = base
  .use(async ({ ctx, next }) => {
    const actor = userOf(await ctx.who());
    if (actor.role !== "admin") throw new DomainError("FORBIDDEN");
    return next({ ctx: { actor } });
  })
  .use(idempotency);

/** Only through the door that compared the cron secret. */
export const cronProcedure = t.procedure.use(observe).use(async ({ ctx, next }) => {
  const actor = await ctx.who();
  if (actor.type !== "cron") throw new DomainError("UNAUTHORIZED");
  return next({ ctx: { actor } });
});

/** Only through a door that verified a provider's signature. */
export const webhookProcedure = t.procedure.use(observe).use(async ({ ctx, next }) => {
  const actor = await ctx.who();
  if (actor.type !== "webhook") throw new DomainError("UNAUTHORIZED");
  return next({ ctx: { actor } });
});

function userOf(actor: Actor) {
  if (actor.type !== "user") throw new DomainError("UNAUTHORIZED");
  return actor;
}
