import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

test.each([
  ["/dashboard", "/dashboard"],
  ["/dashboard/hours?day=1#mon", "/dashboard/hours?day=1#mon"],
  ["/p/ana-souza", "/p/ana-souza"],
  ["/a/../onboarding", "/onboarding"],
])("%s leads to %s", (asked, path) => {
  expect(nextPath(asked)).toBe(path);
});

test.each([
  undefined,
  ["/dashboard"],
  "",
  "dashboard",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/x\\..\\..\\evil",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/api/auth/callback?code=1",
  `/${"a".repeat(600)}`,
])("%j leads nowhere", (asked) => {
  expect(nextPath(asked)).toBeNull();
});
