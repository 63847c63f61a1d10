import {
  DomainError,
  type ErrorCode,
  type ErrorDetails,
  ERRORS,
  isDomainError,
} from "@odys/shared/kernel/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { toDomainError } from "../kernel/pg-errors.ts";

/** What every door tells of an error: its code, plain details, and the id under which the log has the rest. */
export type ErrorReport = { code: ErrorCode; http: number; details?: ErrorDetails };

/** Errors that tRPC itself raises before any procedure runs. */
const OWN_CODES: Partial<Record<TRPCError["code"], ErrorCode>> = {
  BAD_REQUEST: "VALIDATION_ERROR",
  PARSE_ERROR: "VALIDATION_ERROR",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "METHOD_NOT_ALLOWED",
  PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  TOO_MANY_REQUESTS: "RATE_LIMITED",
  TIMEOUT: "TIMEOUT",
};

/** Reads whatever was thrown. Unknown things are INTERNAL, without a word about what they were. */
export function reportOf(error: unknown): ErrorReport {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  const domain = toDomainError(cause);
  if (isDomainError(domain)) {
    return {
      code: domain.code,
      http: ERRORS[domain.code].http,
      ...(domain.details && { details: domain.details }),
    };
  }
  if (error instanceof TRPCError) {
    if (error.code === "BAD_REQUEST" && cause instanceof ZodError) {
      return { code: "VALIDATION_ERROR", http: 400, details: { fields: fieldsOf(cause) } };
    }
    const code = OWN_CODES[error.code];
    if (code) return { code, http: ERRORS[code].http };
  }
  return { code: "INTERNAL", http: 500 };
}

/** The TRPCError that carries a report to tRPC's clients. */
export function toTRPCError(error: unknown): TRPCError {
  const { code, details } = reportOf(error);
  const { trpc } = ERRORS[code];
  // tRPC wraps whatever is thrown as INTERNAL_SERVER_ERROR; callers in process read its code.
  if (error instanceof TRPCError && isDomainError(error.cause) && error.code === trpc) return error;
  return new TRPCError({
    code: trpc,
    message: code,
    cause: new DomainError(code, details),
  });
}

type Shape = {
  message: string;
  code: number;
  data: { code: string; httpStatus: number; path?: string };
};

/** The error as tRPC's wire carries it: our code and details beside tRPC's own. */
export function shapeOf<S extends Shape>(
  shape: S,
  error: TRPCError,
  requestId: string | undefined,
) {
  const { code, http, details } = reportOf(error);
  return {
    message: code,
    code: shape.code,
    data: {
      code: shape.data.code,
      httpStatus: http,
      ...(shape.data.path !== undefined && { path: shape.data.path }),
      error: code,
      ...(details && { details }),
      ...(requestId && { requestId }),
    },
  };
}

/** `{ "slot.startsAt": ["invalid_format"] }`: where the input is wrong, in words that a form can map. */
function fieldsOf(error: ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    const reason =
      issue.code === "custom" || issue.code === "invalid_format" ? issue.message : issue.code;
    (fields[path] ??= []).push(reason);
  }
  return fields;
}
