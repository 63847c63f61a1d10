import { expect, test } from "vitest";
import { cityOf, zoneGroups, zoneWords } from "./zones.ts";

test("zones of Brazil come first, and every zone once", () => {
  const { brazil, others } = zoneGroups(["Asia/Kathmandu"]);
  const all = [...brazil, ...others];
  expect(brazil[0]).toBe("America/Sao_Paulo");
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain("Asia/Kathmandu");
  expect(all).toContain("Europe/Lisbon");
});

test("cities are spelled as people spell them", () => {
  expect(cityOf("America/Sao_Paulo")).toBe("São Paulo");
  expect(cityOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
});

test("a zone in words", () => {
  expect(zoneWords("America/Sao_Paulo", "pt-BR")).toBe("horário de Brasília");
  expect(zoneWords("America/Sao_Paulo", "en")).toBe("Brasilia Time");
  expect(zoneWords("America/Manaus", "pt-BR")).toBe("horário do Amazonas");
});
