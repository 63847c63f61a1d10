import { expect, it } from "vitest";
import { leadTime } from "./lead-time.ts";

it.each([
  [20_160, "2 semanas", "2 weeks"],
  [10_080, "1 semana", "1 week"],
  [2880, "2 dias", "2 days"],
  [1440, "24 horas", "24 hours"],
  [60, "1 hora", "1 hour"],
  [90, "90 minutos", "90 minutes"],
])("%i minutes are %s", (minutes, portuguese, english) => {
  expect([leadTime(minutes, "pt-BR"), leadTime(minutes, "en")]).toEqual([portuguese, english]);
});
