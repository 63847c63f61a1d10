import { expect, it } from "vitest";
import { maskEmail, maskPhone } from "./mask.ts";

it("an address keeps its first letter and its domain", () => {
  expect(maskEmail("ana@example.com")).toBe("a•••@example.com");
  expect(maskEmail("@example.com")).toBe("•••");
  expect(maskEmail("nobody")).toBe("•••");
});

it("a number keeps its country and its last four digits", () => {
  expect(maskPhone("+5511987654321")).toBe("+55•••••••4321");
  expect(maskPhone("+12345")).toBe("•••");
});
