/**
 * Every way in which a request can fail for a reason that the caller can act on.
 * `http` is what REST answers, `trpc` what tRPC answers; the two never disagree.
 * The sentences that people read stand in the messages of `apps/web`, under `errors.<CODE>`.
 */
export const ERRORS = {
  VALIDATION_ERROR: { http: 400, trpc: "BAD_REQUEST" },
  UNAUTHORIZED: { http: 401, trpc: "UNAUTHORIZED" },
  FORBIDDEN: { http: 403, trpc: "FORBIDDEN" },
  ORIGIN_REFUSED: { http: 403, trpc: "FORBIDDEN" },
  NOT_FOUND: { http: 404, trpc: "NOT_FOUND" },
  METHOD_NOT_ALLOWED: { http: 405, trpc: "METHOD_NOT_SUPPORTED" },
  TIMEOUT: { http: 408, trpc: "TIMEOUT" },
  CONFLICT: { http: 409, trpc: "CONFLICT" },
  PAYLOAD_TOO_LARGE: { http: 413, trpc: "PAYLOAD_TOO_LARGE" },
  UNSUPPORTED_MEDIA_TYPE: { http: 415, trpc: "UNSUPPORTED_MEDIA_TYPE" },
  RATE_LIMITED: { http: 429, trpc: "TOO_MANY_REQUESTS" },
  INTERNAL: { http: 500, trpc: "INTERNAL_SERVER_ERROR" },
  UNAVAILABLE: { http: 503, trpc: "SERVICE_UNAVAILABLE" },

  // accounts
  INVALID_CREDENTIALS: { http: 401, trpc: "UNAUTHORIZED" },
  EMAIL_NOT_VERIFIED: { http: 403, trpc: "FORBIDDEN" },
  PASSWORD_TOO_COMMON: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  LINK_EXPIRED: { http: 410, trpc: "PRECONDITION_FAILED" },
  ONBOARDING_REQUIRED: { http: 403, trpc: "FORBIDDEN" },
  PRACTICE_SUSPENDED: { http: 403, trpc: "FORBIDDEN" },

  // billing
  PLAN_LIMIT_REACHED: { http: 403, trpc: "FORBIDDEN" },
  FEATURE_NOT_IN_PLAN: { http: 403, trpc: "FORBIDDEN" },

  // booking
  SLOT_TAKEN: { http: 409, trpc: "CONFLICT" },
  TOO_SOON: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  TOO_FAR_AHEAD: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  OUTSIDE_HOURS: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  NOT_BOOKABLE: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  TOO_MANY_PENDING: { http: 429, trpc: "TOO_MANY_REQUESTS" },
  INVALID_TRANSITION: { http: 409, trpc: "CONFLICT" },
  NOT_BEGUN: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  CANCELLATION_TOO_LATE: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },
  GUEST_CHECK_FAILED: { http: 422, trpc: "UNPROCESSABLE_CONTENT" },

  // ops
  IDEMPOTENCY_KEY_REUSED: { http: 409, trpc: "CONFLICT" },
} as const satisfies Record<string, { http: number; trpc: string }>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** Plain data that travels with an error to every door, for example the three nearest free slots. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The one error that use cases throw. It carries a code, never a sentence: the sentence
 * is chosen where a person reads it. Anything else that is thrown counts as unknown, is
 * logged and shown to nobody.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, details?: ErrorDetails, options?: ErrorOptions) {
    super(code, options);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

/**
 * Tells a DomainError apart by shape and not by `instanceof`: the self-hosted server and
 * Next's bundle each hold a copy of this class.
 */
export function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof Error &&
    error.name === "DomainError" &&
    "code" in error &&
    String(error.code) in ERRORS
  );
}
