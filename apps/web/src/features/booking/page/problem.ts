import type { ErrorCode } from "@odys/shared/kernel/errors";

/**
 * Why a booking did not happen. NETWORK: no answer came, so nobody knows whether it did. GONE: the
 * slot was chosen, and is no longer free before anything was sent.
 */
export interface Problem {
  code: ErrorCode | "NETWORK" | "GONE";
  /** The nearest free slots, ISO instants in order. */
  alternatives: string[];
  /** In how many minutes it is worth trying again. */
  minutes: number | undefined;
  /** Fields of the form that the server did not accept. */
  fields: string[];
  /** What a guest has to bring besides. */
  need: "proof" | "email" | undefined;
}

type Data = Record<string, unknown>;

function dataOf(value: unknown): Data {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Reads what the client of the router threw; whatever carries no code of ours never arrived. */
export function problemOf(error: unknown, codes: readonly ErrorCode[]): Problem {
  const data = dataOf(dataOf(error)["data"]);
  const details = dataOf(data["details"]);
  const { alternatives, retryAfterSeconds, need } = details;
  return {
    code: codes.find((code) => code === data["error"]) ?? "NETWORK",
    alternatives: Array.isArray(alternatives)
      ? alternatives.filter((slot) => typeof slot === "string").slice(0, 3)
      : [],
    minutes:
      typeof retryAfterSeconds === "number"
        ? Math.max(1, Math.ceil(retryAfterSeconds / 60))
        : undefined,
    fields: Object.keys(dataOf(details["fields"])),
    need: need === "proof" || need === "email" ? need : undefined,
  };
}
