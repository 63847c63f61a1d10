import { expect, test } from "vitest";
import { pageAfter, pageFrom, pageOfField, PAGES } from "./steps.ts";

test("four questions and a look at the answers", () => {
  expect(PAGES).toEqual(["practice", "contact", "service", "hours", "review"]);
});

test("an address leads as far as the answers reach", () => {
  expect(pageFrom(null, "practice")).toBe("practice");
  expect(pageFrom(null, "service")).toBe("service");
  expect(pageFrom("contact", "service")).toBe("contact");
  expect(pageFrom("review", "service")).toBe("service");
  expect(pageFrom("nonsense", null)).toBe("review");
  expect(pageFrom("hours", null)).toBe("hours");
});

test("whoever corrects an answer comes back to the review", () => {
  expect(pageAfter("practice", "contact")).toBe("contact");
  expect(pageAfter("practice", "hours")).toBe("contact");
  expect(pageAfter("practice", null)).toBe("review");
  expect(pageAfter("hours", null)).toBe("review");
});

test("a refused answer leads to its page", () => {
  expect(pageOfField("service.name")).toBe("service");
  expect(pageOfField("windows.0.startTime")).toBe("hours");
  expect(pageOfField("phone")).toBe("contact");
  expect(pageOfField("unheard")).toBe("review");
});
