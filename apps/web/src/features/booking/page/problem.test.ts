import { ERROR_CODES } from "@odys/shared/kernel/errors";
import { expect, it } from "vitest";
import { problemOf } from "./problem.ts";

const refused = (error: string, details?: object) =>
  problemOf(Object.assign(new Error(error), { data: { error, details } }), ERROR_CODES);

it("reads the code and what helps to go on", () => {
  const slots = ["2026-11-12T12:00:00.000Z", "2026-11-12T13:00:00.000Z"];
  expect(refused("SLOT_TAKEN", { alternatives: slots })).toEqual({
    code: "SLOT_TAKEN",
    alternatives: slots,
    minutes: undefined,
    fields: [],
  });
  expect(refused("RATE_LIMITED", { retryAfterSeconds: 61 }).minutes).toBe(2);
  expect(refused("VALIDATION_ERROR", { fields: { phone: ["phone"] } }).fields).toEqual(["phone"]);
});

it("takes whatever is no answer of ours for a lost one", () => {
  expect(problemOf(new TypeError("Failed to fetch"), ERROR_CODES).code).toBe("NETWORK");
  expect(refused("SOMETHING_ELSE").code).toBe("NETWORK");
  expect(problemOf(null, ERROR_CODES).code).toBe("NETWORK");
  expect(refused("SLOT_TAKEN", { alternatives: [1, null] }).alternatives).toEqual([]);
});
