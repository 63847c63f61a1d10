import { describe, expect, it } from "vitest";
import { APPOINTMENT_STATUSES, statusesBefore, transition } from "./status.ts";

describe("the life of an appointment", () => {
  it("confirming twice is not an error", () => {
    expect(transition("confirmed", "confirmed")).toBe("same");
  });

  it("allows what the product describes, and nothing else", () => {
    const allowed = APPOINTMENT_STATUSES.flatMap((from) =>
      APPOINTMENT_STATUSES.filter((to) => transition(from, to) === "change").map(
        (to) => `${from} → ${to}`,
      ),
    );
    expect(allowed).toEqual([
      "pending_confirmation → confirmed",
      "pending_confirmation → rejected",
      "pending_confirmation → cancelled",
      "confirmed → cancelled",
      "confirmed → completed",
      "confirmed → no_show",
      "completed → confirmed",
      "no_show → confirmed",
      "held → pending_confirmation",
      "held → confirmed",
      "held → cancelled",
      "held → expired",
    ]);
  });

  it("knows from where a status is reached", () => {
    expect(statusesBefore("cancelled")).toEqual(["pending_confirmation", "confirmed", "held"]);
    expect(statusesBefore("pending_confirmation")).toEqual(["held"]);
  });
});
