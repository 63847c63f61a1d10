import { describe, expect, it } from "vitest";
import { ANSWERS, choiceOf, commandOf } from "./incoming.ts";

describe("commandOf", () => {
  it.for([
    ["SAIR", "stop"],
    [" Sair. ", "stop"],
    ["parar!", "stop"],
    ["Cancelar  mensagens", "stop"],
    ["stop", "stop"],
    ["VOLTAR", "start"],
    ["Start", "start"],
    ["quero sair mais cedo", null],
    ["cancelar", null],
    ["constructor", null],
    ["", null],
  ] as const)("%s: %s", ([text, command]) => {
    expect(commandOf(text)).toBe(command);
  });
});

describe("choiceOf", () => {
  it.for([
    ["1", 0],
    [" 2. ", 1],
    ["3)", null],
    ["0", null],
    ["às 2", null],
    ["2 3", null],
    ["", null],
  ] as const)("%s of two: %s", ([text, choice]) => {
    expect(choiceOf(text, 2)).toBe(choice);
  });
});

it("a question numbers the practices from 1, in both languages", () => {
  for (const locale of ["pt-BR", "en"] as const)
    expect(ANSWERS[locale].which(["Ana", "Rui"])).toMatch(/\n1\. Ana\n2\. Rui$/);
});
