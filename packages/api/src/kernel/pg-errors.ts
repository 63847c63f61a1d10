import { DomainError, type ErrorCode, isDomainError } from "@odys/shared/kernel/errors";

/** What a violated constraint means to a person; the constraint decides, this only names it. */
const CONSTRAINTS: Record<string, ErrorCode> = {
  appointments_no_overlap: "SLOT_TAKEN",
  availability_no_overlap: "VALIDATION_ERROR",
};

/** SQLSTATE → code (PostgreSQL, appendix A). */
const STATES: Record<string, ErrorCode> = {
  "23P01": "CONFLICT", // exclusion_violation
  "23505": "CONFLICT", // unique_violation
  "23503": "NOT_FOUND", // foreign_key_violation: what was named is not there, or not yours
  "42501": "NOT_FOUND", // insufficient_privilege: refused by a policy; its existence is not told
  "22P02": "VALIDATION_ERROR", // invalid_text_representation
  "22003": "VALIDATION_ERROR", // numeric_value_out_of_range
  "22007": "VALIDATION_ERROR", // invalid_datetime_format: the year 0, for one
  "22008": "VALIDATION_ERROR", // datetime_field_overflow
  "22021": "VALIDATION_ERROR", // character_not_in_repertoire: a NUL in a text
  "22P05": "VALIDATION_ERROR", // untranslatable_character: a NUL escape in jsonb
  "23514": "VALIDATION_ERROR", // check_violation
  OD403: "PRACTICE_SUSPENDED", // app.refuse_suspended
  OD404: "NOT_FOUND", // the same, to guests
  "40001": "CONFLICT", // serialization_failure, after the retries
  "40P01": "CONFLICT", // deadlock_detected, after the retries
  "55P03": "CONFLICT", // lock_not_available
  "57014": "TIMEOUT", // query_canceled
  "57P01": "UNAVAILABLE", // admin_shutdown
  "57P02": "UNAVAILABLE", // crash_shutdown
  "57P03": "UNAVAILABLE", // cannot_connect_now
  "53300": "UNAVAILABLE", // too_many_connections
  "08006": "UNAVAILABLE", // connection_failure
  CONNECTION_CLOSED: "UNAVAILABLE",
  CONNECTION_ENDED: "UNAVAILABLE",
  CONNECTION_DESTROYED: "UNAVAILABLE",
  CONNECT_TIMEOUT: "UNAVAILABLE",
  ECONNREFUSED: "UNAVAILABLE",
  ECONNRESET: "UNAVAILABLE",
  EPIPE: "UNAVAILABLE",
};

type DatabaseError = Error & { code: string; constraint_name?: unknown };

/**
 * Drizzle wraps what the driver throws, so the database's own words are somewhere down the causes.
 * Where a DomainError stands above them, they have been understood already.
 */
function databaseError(error: unknown): DatabaseError | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    if (isDomainError(e)) return null;
    if ("code" in e && typeof e.code === "string" && e.code in STATES) return e as DatabaseError;
  }
  return null;
}

/** Two transactions met, and the same work may well succeed when it is done again. */
export function isRetryable(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return code === "40001" || code === "40P01";
}

/**
 * The DomainError that a database error means, or the error itself when nobody outside
 * should hear of it.
 */
export function toDomainError(error: unknown): unknown {
  const known = databaseError(error);
  if (!known) return error;
  const constraint =
    typeof known.constraint_name === "string" ? CONSTRAINTS[known.constraint_name] : undefined;
  const code = constraint ?? STATES[known.code];
  return code ? new DomainError(code, undefined, { cause: error }) : error;
}
