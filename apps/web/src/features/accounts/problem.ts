import { ERROR_CODES, type ErrorCode } from "@odys/shared/kernel/errors";
import { useTranslations } from "next-intl";

/** Why a procedure did not do what it was asked for. NETWORK: no answer came. */
export interface Problem {
  code: ErrorCode | "NETWORK";
  /** In how many minutes it is worth trying again. */
  minutes: number | undefined;
  /** Fields that the server did not accept, dotted. */
  fields: string[];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Reads what a hook of the router threw; whatever carries no code of ours never arrived. */
export function problemOf(error: unknown): Problem {
  const data = record(record(error)["data"]);
  const details = record(data["details"]);
  const seconds = details["retryAfterSeconds"];
  return {
    code: ERROR_CODES.find((code) => code === data["error"]) ?? "NETWORK",
    minutes: typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : undefined,
    fields: Object.keys(record(details["fields"])),
  };
}

/** Whether a problem is that of this code. */
export function isProblem(error: unknown, code: ErrorCode): boolean {
  return error !== null && problemOf(error).code === code;
}

/** The sentence for what a procedure threw; nothing for nothing. */
export function useSentence(): (error: unknown) => string {
  const t = useTranslations("errors");
  const more = useTranslations("common.problem");
  return (error) => {
    if (error === null || error === undefined) return "";
    const { code, minutes } = problemOf(error);
    if (code === "NETWORK") return more("network");
    if (code === "RATE_LIMITED" && minutes !== undefined) return more("wait", { minutes });
    return t(code);
  };
}
