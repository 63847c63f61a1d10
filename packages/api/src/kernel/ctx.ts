import type { Role } from "@odys/shared/accounts/roles";
import type { ProfessionalId, UserId } from "@odys/shared/kernel/ids";
import type { Locale } from "@odys/shared/kernel/wire";
import type { Logger } from "pino";
import type { Services } from "./ports.ts";
import type { OpenTransaction } from "./transaction.ts";

/** Somebody who signed in. `professionalId` is set once they have opened a practice. */
export type UserActor = {
  type: "user";
  userId: UserId;
  sessionId: string;
  email: string;
  emailVerified: boolean;
  name: string;
  role: Role;
  locale: Locale;
  professionalId: ProfessionalId | null;
};

export type Actor =
  | { type: "anonymous" }
  | UserActor
  | { type: "cron" }
  | { type: "webhook"; provider: string }
  | { type: "job"; queue: string };

/** What every use case is given, besides its input. */
export type Ctx<A extends Actor = Actor> = Services & {
  actor: A;
  requestId: string;
  /** The client's address as far as trusted proxies vouch for it, or "unknown". */
  ip: string;
  locale: Locale;
  /** The procedure or job that runs, `booking.confirm`; it goes into the audit log. */
  action: string;
  log: Logger;
  /** The request's headers, for the auth gateway; empty outside a request. */
  headers: Headers;
  /** Headers (cookies above all) that the door adds to its answer. */
  responseHeaders: Headers;
  /** The transaction that is open around this call, which `withTransaction` joins. */
  open: OpenTransaction | null;
};

export type UserCtx = Ctx<UserActor>;

/** A caller who has a practice; the only source of a `ProfessionalId` besides the booking desk. */
export type ProfessionalCtx = UserCtx & { professionalId: ProfessionalId };

/** How an actor is written in the audit log. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case "anonymous":
      return "guest";
    case "user":
      return `user:${actor.userId}`;
    case "cron":
      return "cron";
    case "webhook":
      return `webhook:${actor.provider}`;
    case "job":
      return `job:${actor.queue}`;
  }
}
