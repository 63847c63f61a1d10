import { expect, test } from "vitest";
import { packRefusedForm, type RefusedForm, unpackRefusedForm } from "./refused-form.ts";

const form: RefusedForm = {
  code: "SLOT_TAKEN",
  alternatives: ["2026-12-03T12:00:00.000Z"],
  fields: [],
  typed: { name: "Antônia 🌻", phone: "(11) 98765-4321", message: "à tarde; de preferência" },
};

test("comes back as it went, in characters that a cookie carries", () => {
  const packed = packRefusedForm(form);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(unpackRefusedForm(packed)).toEqual(form);
});

test("a long message loses its end and nothing else", () => {
  const message = "日本語で書かれた長い手紙。".repeat(100);
  const packed = packRefusedForm({ ...form, typed: { ...form.typed, message } });
  expect(packed.length).toBeLessThanOrEqual(3_600);
  const back = unpackRefusedForm(packed);
  expect(back?.typed["name"]).toBe("Antônia 🌻");
  expect(message.startsWith(back?.typed["message"] ?? "?")).toBe(true);
  expect(back?.typed["message"]?.length).toBeGreaterThan(500);
});

test.each([undefined, "", "%%%", "bm8", "e30", btoa('{"code":1}')])(
  "%j is none of ours",
  (value) => {
    expect(unpackRefusedForm(value)).toBeNull();
  },
);
