import { describe, expect, it } from "vitest";
import { DomainError, ERRORS, isDomainError } from "./errors.ts";

describe("errors", () => {
  it("tells a DomainError by its shape, also one of another copy of this module", () => {
    const foreign = Object.assign(new Error("SLOT_TAKEN"), {
      name: "DomainError",
      code: "SLOT_TAKEN",
    });
    expect(isDomainError(new DomainError("SLOT_TAKEN"))).toBe(true);
    expect(isDomainError(foreign)).toBe(true);
    expect(
      isDomainError(Object.assign(new Error("x"), { name: "DomainError", code: "NO_SUCH" })),
    ).toBe(false);
    expect(isDomainError({ name: "DomainError", code: "SLOT_TAKEN" })).toBe(false);
  });

  it("answers refusals with a status of the 400s and only faults with one of the 500s", () => {
    for (const [code, { http }] of Object.entries(ERRORS)) {
      const fault = code === "INTERNAL" || code === "UNAVAILABLE";
      expect([code, http >= 500]).toEqual([code, fault]);
    }
  });
});
