import { problemOf } from "../../accounts/problem.ts";

interface Refusal {
  overlaps: { id: string; name: string; from: number; to: number }[];
  alternatives: number[];
}

/** What SLOT_TAKEN says of who has the time, and of when there is some; null for anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (problemOf(error).code !== "SLOT_TAKEN") return null;
  const details = field(field(error, "data"), "details");
  return {
    overlaps: list(field(details, "overlaps")).map((row) => ({
      id: String(field(row, "id")),
      name: String(field(row, "clientName") ?? field(row, "title") ?? ""),
      from: Date.parse(String(field(row, "startsAt"))),
      to: Date.parse(String(field(row, "endsAt"))),
    })),
    alternatives: list(field(details, "alternatives"))
      .map((at) => Date.parse(String(at)))
      .filter((at) => !Number.isNaN(at)),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
