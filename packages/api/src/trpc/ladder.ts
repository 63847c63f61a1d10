import { DomainError } from "@odys/shared/kernel/errors";
import type { Actor, ProfessionalCtx, UserCtx } from "../kernel/ctx.ts";
import { keyOfCall, onceByKey } from "./idempotency.ts";
import { t } from "./init.ts";
import { observe } from "./observe.ts";
import { limitRate } from "./rate-limit.ts";

/**
 * The ladder: each rung lets in fewer than the one before, and gives the use case a context whose
 * type says what has been made sure. `ProfessionalId` is minted here and nowhere else. A rung is one
 * middleware, since each middleware of tRPC costs every call copies of the call and of its context.
 */
function rung<Admitted extends { actor: Actor }>(admit: (actor: Actor) => Admitted) {
  return t.procedure.use((call) =>
    observe(call, async (log) => {
      const { ctx, path, next } = call;
      await limitRate(call, log);
      const known = { action: path, log, ...admit(await ctx.who()) };
      const proceed = (open: typeof ctx.open) => next({ ctx: { ...known, open } });
      const key = keyOfCall(call);
      return key === null ? proceed(ctx.open) : onceByKey(key, { ...ctx, ...known }, call, proceed);
    }),
  );
}

/** Anybody. The actor is known if there is one. */
export const publicProcedure = rung((actor) => ({ actor }));

/** Somebody who signed in. */
export const userProcedure = rung(
  (actor) => ({ actor: userOf(actor) }) satisfies Pick<UserCtx, "actor">,
);

/** Somebody with a practice. */
export const professionalProcedure = rung((anybody) => {
  const actor = userOf(anybody);
  const { professionalId } = actor;
  if (!professionalId) throw new DomainError("ONBOARDING_REQUIRED");
  return { actor, professionalId } satisfies Pick<ProfessionalCtx, "actor" | "professionalId">;
});

/** A client of some practice: somebody whose address is verified, because that is what links people to client rows. */
export const clientProcedure = rung((anybody) => {
  const actor = userOf(anybody);
  if (!actor.emailVerified) throw new DomainError("EMAIL_NOT_VERIFIED");
  return { actor };
});

/** The platform's own people. Everybody else hears that there is no such thing. */
export const adminProcedure = rung((anybody) => {
  const actor = userOf(anybody);
  if (actor.role !== "admin") throw new DomainError("FORBIDDEN");
  return { actor };
});

/** For doors that know their caller: neither limits nor keys. */
function systemRung<T extends Actor["type"]>(type: T) {
  return t.procedure.use((call) =>
    observe(call, async (log) => {
      const actor = await call.ctx.who();
      if (!isOf(actor, type)) throw new DomainError("UNAUTHORIZED");
      return call.next({ ctx: { action: call.path, log, actor } });
    }),
  );
}

/** Only through the door that compared the cron secret. */
export const cronProcedure = systemRung("cron");

/** Only through a door that verified a provider's signature. */
export const webhookProcedure = systemRung("webhook");

function userOf(actor: Actor) {
  if (actor.type !== "user") throw new DomainError("UNAUTHORIZED");
  return actor;
}

function isOf<T extends Actor["type"]>(
  actor: Actor,
  type: T,
): actor is Extract<Actor, { type: T }> {
  return actor.type === type;
}
