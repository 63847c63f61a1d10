import { expect, test } from "vitest";
import { pictureProblem } from "./send-picture.ts";

const answer = (code: string, why?: string) => ({
  success: false,
  error: { code, ...(why && { details: { fields: { file: [why] } } }) },
});

test.each([
  [413, answer("PAYLOAD_TOO_LARGE"), "size"],
  [415, answer("UNSUPPORTED_MEDIA_TYPE"), "type"],
  [400, answer("VALIDATION_ERROR", "broken"), "broken"],
  [400, answer("VALIDATION_ERROR", "missing"), "broken"],
  [400, answer("VALIDATION_ERROR", "too_many_pixels"), "too_many_pixels"],
  [429, answer("RATE_LIMITED"), "other"],
  [502, null, "other"],
])("%i is %s", (status, body, kind) => {
  expect(pictureProblem(status, body).kind).toBe(kind);
});
