import { expect, it } from "vitest";
import { answerField, answersTo, flawsOf, guestOf, NOBODY } from "./guest.ts";

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

it("a question that must be answered is, and only what is asked is sent", () => {
  const ask = (id: string, required: boolean) => ({
    id,
    label: id,
    kind: "line" as const,
    required,
  });
  const asked = [ask("a", true), ask("b", false)];
  expect(flawsOf(marina, false, asked)).toEqual({ [answerField("a")]: "required" });
  const answered = { ...marina, answers: { a: " sim ", b: " ", c: "de outro serviço" } };
  expect(flawsOf(answered, false, asked)).toEqual({});
  expect(answersTo(asked, answered)).toEqual([{ questionId: "a", answer: "sim" }]);
});
