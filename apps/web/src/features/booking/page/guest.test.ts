import { expect, it } from "vitest";
import { flawsOf, guestOf, NOBODY } from "./guest.ts";

const marina = { ...NOBODY, name: "Marina", phone: "(11) 98765-4321" };

it("name and phone are needed, the rest is not", () => {
  expect(flawsOf(marina)).toEqual({});
  expect(flawsOf(NOBODY)).toEqual({ name: "required", phone: "required" });
  expect(flawsOf({ ...marina, name: "  " })).toEqual({ name: "required" });
});

it("a phone without its area is too short; other countries have other lengths", () => {
  expect(flawsOf({ ...marina, phone: "98765-4321" })).toEqual({ phone: "phone" });
  expect(flawsOf({ ...marina, phone: "+47 22 12 34 56" })).toEqual({});
  expect(flawsOf({ ...marina, phone: "+1234567890123456" })).toEqual({ phone: "phone" });
});

it("an e-mail that is given must look like one", () => {
  expect(flawsOf({ ...marina, email: "marina@" })).toEqual({ email: "email" });
  expect(flawsOf({ ...marina, email: " marina@example.com " })).toEqual({});
});

it("whatever a device keeps makes a guest", () => {
  expect(guestOf('{"name":"Marina","phone":1,"message":"x"}')).toEqual({
    ...NOBODY,
    name: "Marina",
  });
  expect(guestOf("not JSON")).toEqual(NOBODY);
});
