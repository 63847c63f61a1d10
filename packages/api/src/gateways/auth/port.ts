import type { Locale } from "@odys/shared/kernel/wire";
import type { EventPayload } from "@odys/shared/ops/events";
import type { Ctx } from "../../kernel/ctx.ts";

/** Who a request's cookies belong to, as the driver vouches for it. */
export type SessionUser = {
  userId: string;
  sessionId: string;
  email: string;
  emailVerified: boolean;
  name: string;
};

export type Device = {
  id: string;
  current: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
};

/** The request that a call belongs to: cookies come in by `headers` and go out by `responseHeaders`. */
export type AuthCall = Pick<Ctx, "headers" | "responseHeaders" | "ip">;

type AuthEvent =
  | "accounts.verification_requested"
  | "accounts.reset_requested"
  | "accounts.register_repeated"
  | "accounts.email_verified";

/**
 * How a driver tells the other rooms, inside the transaction that is open in `ctx`. The composition
 * root gives it (`emit` of ops), so that gateways know no room.
 */
export type Deliver = <T extends AuthEvent>(
  ctx: Ctx,
  type: T,
  payload: EventPayload<T>,
) => Promise<void>;

/**
 * Accounts as Odys needs them. Two drivers, one contract suite (contract.ts): `local`
 * (better-auth in the own database) and `supabase`. Both keep the row in `users`, and both tell
 * `accounts.email_verified` once, in the transaction in which an address is first proven.
 *
 * Errors are DomainErrors: INVALID_CREDENTIALS, EMAIL_NOT_VERIFIED (only to who knows the password),
 * LINK_EXPIRED, PASSWORD_TOO_COMMON, UNAUTHORIZED, NOT_FOUND, RATE_LIMITED, UNAVAILABLE. No method
 * tells whether an address exists. Methods that take a `Ctx` open transactions of their own and must
 * not be called inside one.
 */
export type AuthGateway = {
  readonly driver: "local" | "supabase";
  /** Starts a registration and has a confirmation link mailed. The same answer for a known address. */
  register(
    ctx: Ctx,
    input: { name: string; email: string; password: string; locale: Locale },
  ): Promise<void>;
  /** Uses up the token of a mailed confirmation link and signs in. Returns whose address is now verified. */
  verifyEmail(ctx: Ctx, token: string): Promise<SessionUser>;
  /** Mails the confirmation link once more, if there is something to confirm. */
  resendVerification(ctx: Ctx, email: string): Promise<void>;
  /** A new session under a new token; the session that the request came with ends. */
  signIn(ctx: Ctx, input: { email: string; password: string }): Promise<SessionUser>;
  signOut(ctx: Ctx): Promise<void>;
  requestPasswordReset(ctx: Ctx, email: string): Promise<void>;
  /**
   * Uses up the token of a reset link, sets the password and ends every session of the account. The
   * link came by mail, so the address counts as verified from here on.
   */
  resetPassword(ctx: Ctx, input: { token: string; password: string }): Promise<void>;
  /** Ends a PKCE flow that began in this browser and signs in. `local` has none: LINK_EXPIRED. */
  exchangeCode(ctx: Ctx, code: string): Promise<SessionUser>;
  /**
   * Null when nobody is signed in. For reads: a driver may answer from a signed token, which
   * outlives the revocation of its session by at most the token's own life (Supabase: an hour).
   */
  resolve(call: AuthCall): Promise<SessionUser | null>;
  /** Asks the authority itself, before sensitive writes. Throws UNAUTHORIZED when the session is no more. */
  confirm(call: AuthCall): Promise<void>;
  /** `local`: every device. `supabase`: GoTrue lists no sessions to their user, so the current one only. */
  listDevices(call: AuthCall): Promise<Device[]>;
  /**
   * Ends one session of the caller's own; NOT_FOUND for any other id. `supabase` can only end the
   * current one by its id.
   */
  revokeDevice(ctx: Ctx, id: string): Promise<void>;
  /** Ends all sessions of the caller but the current one. */
  revokeOtherDevices(ctx: Ctx): Promise<void>;
  /**
   * Ends every session of somebody else: for who runs the platform, after the ladder made sure of it.
   * `supabase`: in the project's own database, which has to be the one that Odys uses (UNAVAILABLE
   * if not); a token that is out already is believed until it ends by itself.
   */
  endSessions(ctx: Ctx, userId: string): Promise<void>;
};
