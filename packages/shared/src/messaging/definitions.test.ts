import { describe, expect, it } from "vitest";
import { LOCALES } from "../kernel/wire.ts";
import { type Definition, definitionOf, definitionsIn } from "./definitions.ts";
import { renderWhatsApp } from "./render.ts";
import { sampleParams } from "./samples.ts";
import { TEMPLATES } from "./templates.ts";

const bodyIn = ({ components }: Definition) => {
  const [body] = components;
  if (body?.type !== "BODY") throw new Error("a template has a body");
  return body;
};

describe.each(LOCALES)("what is registered in %s", (locale) => {
  it.each(TEMPLATES)("%s, filled with what is sent, is the message", (template) => {
    for (const pending of [false, true]) {
      const params = {
        ...sampleParams(template, locale),
        pending,
        clientName: "*João* {{1}} $& \\1",
      };
      const words = { opening: "Que bom!", closing: "Até lá, $1." };
      const { text, template: sent } = renderWhatsApp(template, locale, params, words);
      const definition = definitionOf(template, locale, pending);
      const body = bodyIn(definition);
      expect(sent.name).toBe(definition.name);
      expect(fill(body.text, sent.params)).toBe(text);
      expect(fill(body.text, body.example.body_text[0])).not.toMatch(/\{\{\d+\}\}/);
    }
  });

  it.each(definitionsIn(locale))("$name is as WhatsApp wants it", (definition) => {
    const { text, example } = bodyIn(definition);
    expect(definition.name).toMatch(/^[a-z0-9_]{1,512}$/);
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).not.toMatch(/^\{\{|\}\}$|\n{3}| {4}|\t/);
    // One after the other, and never side by side.
    expect(text).not.toMatch(/\}\}\s*\{\{/);
    const numbers = [...text.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(example.body_text[0]).toHaveLength(numbers.length);
    for (const part of definition.components)
      for (const button of part.type === "BUTTONS" ? part.buttons : [])
        expect(button.text.length).toBeLessThanOrEqual(20);
  });

  it("no two have one name", () => {
    const names = definitionsIn(locale).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

function fill(text: string, params: readonly string[]): string {
  return text.replace(/\{\{(\d+)\}\}/g, (_, number) => params[Number(number) - 1] ?? "");
}
