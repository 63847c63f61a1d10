import { listUsersInput } from "@odys/shared/admin/schema";
import { expect, test } from "vitest";
import { addressOf, auditOf, readFilters } from "./address.ts";

test("empty fields of a form are no filters, and flags are read as such", () => {
  const { asked, input } = readFilters(listUsersInput, {
    search: " ana ",
    role: "",
    verified: "false",
  });
  expect(asked).toEqual({ search: "ana", verified: "false" });
  expect(input).toMatchObject({ search: "ana", verified: false, limit: 50 });
});

test("what makes no sense is null, and nothing is thrown", () => {
  expect(readFilters(listUsersInput, { role: "king" }).input).toBeNull();
  expect(readFilters(listUsersInput, { search: ["a", "b"] }).input).toMatchObject({ limit: 50 });
});

test("addresses keep what was asked", () => {
  expect(addressOf("/admin/people", { search: "a b" }, { cursor: "x" })).toBe(
    "/admin/people?search=a+b&cursor=x",
  );
  expect(addressOf("/admin/people", { cursor: "x" }, { cursor: undefined })).toBe("/admin/people");
  expect(auditOf("users", "1")).toBe("/admin/audit?table=users&row=1");
});
