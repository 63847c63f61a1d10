/**
 * Rate limits, by name. A procedure names in its meta those that it is under; one middleware
 * enforces them. `failClosed`: when the store does not answer, nobody passes.
 */
export const RATE_LIMITS = {
  /** Every request to `/api/`, counted once however many calls a batch holds. */
  api: { points: 60, seconds: 60, by: "ip", failClosed: false },
  booking: { points: 5, seconds: 600, by: "ip", failClosed: true },
  /** Every call, in a batch too: a question of a hundred bytes can have half a megabyte of answer. */
  slots: { points: 120, seconds: 60, by: "ip", failClosed: false },
  /** What a guest's device is to work out; one for each form that is opened. */
  challenge: { points: 60, seconds: 600, by: "ip", failClosed: false },
  /** Looking at and changing an appointment through its link. */
  manage: { points: 60, seconds: 600, by: "ip", failClosed: true },
  /** Mails to one address that ask a guest to confirm. */
  guestMail: { points: 5, seconds: 3600, by: "email", failClosed: true },
  onboarding: { points: 3, seconds: 3600, by: "ip", failClosed: true },
  register: { points: 5, seconds: 3600, by: "ip", failClosed: true },
  signIn: { points: 20, seconds: 900, by: "ip", failClosed: true },
  /** Guesses against one address, from however many machines. */
  signInAccount: { points: 10, seconds: 900, by: "email", failClosed: true },
  /** Mails that a stranger can have sent to one address. */
  mailAccount: { points: 5, seconds: 3600, by: "email", failClosed: true },
  /** Pictures: each costs up to a second of a processor. */
  upload: { points: 20, seconds: 3600, by: "user", failClosed: true },
  /** Files of messages: a picture costs up to a second of a processor. */
  messageFile: { points: 40, seconds: 3600, by: "user", failClosed: true },
  message: { points: 120, seconds: 60, by: "user", failClosed: false },
  assistant: { points: 20, seconds: 3600, by: "user", failClosed: true },
} as const satisfies Record<
  string,
  { points: number; seconds: number; by: "ip" | "user" | "email"; failClosed: boolean }
>;

export type RateLimitName = keyof typeof RATE_LIMITS;
