import type { Locale } from "@odys/shared/kernel/wire";

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
export type AuthCall = { headers: Headers; responseHeaders: Headers; ip: string };

/**
 * Accounts as Odys needs them. Two drivers, one contract suite (contract.ts): `local`
 * (better-auth in the own database) and `supabase`.
 *
 * Errors are DomainErrors: INVALID_CREDENTIALS, EMAIL_NOT_VERIFIED, LINK_EXPIRED,
 * PASSWORD_TOO_COMMON, UNAUTHORIZED, UNAVAILABLE. No method tells whether an address exists.
 */
export type AuthGateway = {
  readonly driver: "local" | "supabase";
  /** Starts a registration and has a confirmation link mailed. The same answer for a known address. */
  register(call: AuthCall, input: { name: string; email: string; password: string; locale: Locale }): Promise<void>;
  /** Uses up the token of a mailed confirmation link and signs in. Returns whose address is now verified. */
  verifyEmail(call: AuthCall, token: string): Promise<SessionUser>;
  /** Mails the confirmation link once more, if there is something to confirm. */
  resendVerification(call: AuthCall, email: string): Promise<void>;
  /** A new session under a new token. */
  signIn(call: AuthCall, input: { email: string; password: string }): Promise<SessionUser>;
  signOut(call: AuthCall): Promise<void>;
  requestPasswordReset(call: AuthCall, email: string): Promise<void>;
  /** Uses up the token of a reset link, sets the password and ends every session of the account. */
  resetPassword(call: AuthCall, input: { token: string; password: string }): Promise<void>;
  /** Null when nobody is signed in. For reads. */
  resolve(call: AuthCall): Promise<SessionUser | null>;
  listDevices(call: AuthCall): Promise<Device[]>;
  /** Ends one session of the caller's own, or all but the current one. */
  revokeDevice(call: AuthCall, id: string): Promise<void>;
  revokeOtherDevices(call: AuthCall): Promise<void>;
};
