import { problemOf } from "../../accounts/problem.ts";

export interface Refusal {
  overlaps: { id: string; name: string; from: number; to: number }[];
  alternatives: number[];
}

/** What SLOT_TAKEN says of who has the time, and of when there is some; null for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (problemOf(error).code !== "SLOT_TAKEN") return null;
  const details = field(field(error, "data"), "details");
  return {
    overlaps: list(field(details, "overlaps")).map((row) => ({
      id: text(field(row, "id")),
      name: text(field(row, "clientName")) || text(field(row, "title")),
      from: Date.parse(text(field(row, "startsAt"))),
      to: Date.parse(text(field(row, "endsAt"))),
    })),
    alternatives: list(field(details, "alternatives"))
      .map((at) => Date.parse(text(at)))
      .filter((at) => !Number.isNaN(at)),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
