import { expect, test } from "vitest";
import {
  nextStep,
  onboardingDraft,
  password,
  registerInput,
  updateMeInput,
  updateProfileInput,
} from "./schema.ts";

test("a password has 8 to 128 characters and is the same from every keyboard", () => {
  expect(password.safeParse("seven77").success).toBe(false);
  expect(password.safeParse("x".repeat(129)).success).toBe(false);
  expect(password.parse("cafe\u0301-com-leite")).toBe("café-com-leite");
});

test("unknown fields are refused, so nobody assigns what is not theirs to assign", () => {
  const input = { name: "Ana", email: "ANA@odys.test ", password: "uma senha boa" };
  expect(registerInput.parse(input).email).toBe("ana@odys.test");
  expect(registerInput.safeParse({ ...input, role: "admin" }).success).toBe(false);
  expect(updateMeInput.safeParse({ name: "Ana", emailVerified: true }).success).toBe(false);
  expect(updateMeInput.safeParse({}).success).toBe(false);
  for (const key of ["plan", "trialEndsAt", "userId", "id"])
    expect(updateProfileInput.safeParse({ name: "Ana", [key]: "premium" }).success).toBe(false);
});

test("windows of one day may touch but not overlap", () => {
  const window = (startTime: string, endTime: string) => ({ dayOfWeek: 1, startTime, endTime });
  const parse = (...windows: unknown[]) => onboardingDraft.safeParse({ windows }).success;
  expect(parse(window("09:00", "12:00"), window("12:00", "24:00"))).toBe(true);
  expect(parse(window("09:00", "12:00"), window("11:30", "18:00"))).toBe(false);
  expect(parse(window("12:00", "12:00"))).toBe(false);
  expect(parse(window("24:00", "24:00"))).toBe(false);
  expect(parse()).toBe(false);
});

test("the wizard goes on where an answer is missing", () => {
  expect(nextStep({})).toBe("practice");
  expect(nextStep({ name: "Ana", profession: "tutor" })).toBe("contact");
  const draft = { name: "Ana", profession: "tutor", phone: "+5511987654321", zone: "Asia/Kolkata" };
  const service = { name: "Aula", durationMinutes: 50, priceAmount: 0 };
  const windows = [{ dayOfWeek: 1, startTime: "09:00", endTime: "12:00" }];
  expect(nextStep(onboardingDraft.parse({ ...draft, service, windows }))).toBeNull();
});
