import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

test.each(["password", "PassWord123", "12345678", "flamengo123", "mudar@123", "aaaaaaaaaa"])(
  "%s is refused",
  (password) => expect(isCommonPassword(password)).toBe(true),
);

test("one's own address and name are no secrets", () => {
  const own = ["maria.silva@odys.test", "Maria da Silva"];
  expect(isCommonPassword("maria.silva@odys.test", own)).toBe(true);
  expect(isCommonPassword("Maria.Silva", own)).toBe(true);
  expect(isCommonPassword("mariadasilva", own)).toBe(true);
});

test.each(["correct horse battery", "s3nha-que-so-eu-sei", "ção-joão-céu-9"])(
  "%s is let through",
  (password) => expect(isCommonPassword(password, ["ana@odys.test"])).toBe(false),
);
