import { describe, expect, test } from "vitest";
import { phoneOfWhatsApp, waysToWrite } from "./whatsapp-number.ts";

describe("numbers from WhatsApp, as people write them", () => {
  test.each([
    ["a mobile without its ninth digit", "551187654321", "+5511987654321"],
    ["one with it", "5511987654321", "+5511987654321"],
    ["far from São Paulo", "558187654321", "+5581987654321"],
    ["E.164", "+551187654321", "+5511987654321"],
    ["a landline gains none", "551132654321", "+551132654321"],
    ["a foreign number gains no 55 and no 9", "351912345678", "+351912345678"],
    ["one that has the length of a Brazilian one without 55", "11987654321", "+11987654321"],
    ["the United States", "15550783881", "+15550783881"],
  ])("%s", (_name, given, phone) => {
    expect(phoneOfWhatsApp(given)).toBe(phone);
  });

  test.each(["", "0", "BR.1502576394655843", "abc", "+0123456789", "1".repeat(16)])(
    "%j is none",
    (given) => {
      expect(phoneOfWhatsApp(given)).toBeNull();
    },
  );
});

test("every way to write one person's number, whichever is asked for", () => {
  const both = ["+5511987654321", "+551187654321"];
  expect(waysToWrite("+5511987654321")).toEqual(both);
  expect(waysToWrite("+551187654321")).toEqual(both);
  expect(waysToWrite("+551132654321")).toEqual(["+551132654321"]);
  expect(waysToWrite("+351912345678")).toEqual(["+351912345678"]);
});
