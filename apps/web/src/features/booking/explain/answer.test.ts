import type { Explanation, Verdict } from "@odys/shared/booking/rules-schema";
import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { type Messages, MESSAGES } from "../../../i18n/messages.ts";
import { answerOf } from "./answer.ts";

const CONFLICTS: [] = [];
const cap = { limit: 4, booked: 4, from: "2026-11-30", to: "2026-12-06" };

function answer(verdict: Verdict, locale: "pt-BR" | "en" = "pt-BR") {
  const explained: Explanation = {
    zone: "America/Sao_Paulo",
    serviceName: "Sessão",
    startsAt: "2026-11-29T13:00:00.000Z",
    endsAt: "2026-11-29T13:50:00.000Z",
    date: "2026-11-29",
    verdict,
    nearest: [],
  };
  const t = createTranslator<Messages, "explain.reason">({
    locale,
    messages: MESSAGES[locale],
    namespace: "explain.reason",
  });
  const { title, text, way } = answerOf({ t, locale, now: "2026-11-23T12:00:00Z", explained });
  return [title, text, way?.label];
}

it.each<[Verdict, string, string, string | undefined]>([
  [
    { reason: "free" },
    "Dá para marcar",
    "Este horário está livre para Sessão, e a sua página oferece.",
    undefined,
  ],
  [
    { reason: "holiday", date: "2026-12-25", names: { "pt-BR": "Natal", en: "Christmas Day" } },
    "É feriado: Natal",
    "Nos feriados a agenda fecha, a não ser que você ligue o dia em datas especiais.",
    "dates",
  ],
  [
    { reason: "exception_closed", date: "2026-12-04", note: "Curso" },
    "Dia fechado: sex 04/12",
    "O dia está fechado em datas especiais: “Curso”.",
    "dates",
  ],
  [
    { reason: "outside_hours", date: "2026-11-29", source: "weekly", windows: [] },
    "Fora do seu horário",
    "No domingo você não atende.",
    "week",
  ],
  [
    {
      reason: "outside_hours",
      date: "2026-11-30",
      source: "weekly",
      windows: [{ startTime: "09:00", endTime: "12:00" }],
    },
    "Fora do seu horário",
    "Na segunda-feira você atende 09:00–12:00.",
    "week",
  ],
  [
    {
      reason: "straddles_window_end",
      windowEndsAt: "2026-11-29T15:00:00.000Z",
      lastStartsAt: "2026-11-29T14:00:00.000Z",
    },
    "“Sessão” não termina a tempo",
    "O período acaba às 12h. O último começo possível é 11h.",
    "week",
  ],
  [
    {
      reason: "off_step",
      stepMinutes: 30,
      before: "2026-11-29T13:00:00.000Z",
      after: "2026-11-29T13:30:00.000Z",
    },
    "Os horários começam a cada 30 min",
    "Começos perto disso: 10h e 10h30.",
    "limits",
  ],
  [
    { reason: "too_soon", noticeMinutes: 1_440, earliest: "2026-11-30T13:00:00.000Z" },
    "Falta antecedência: 1 dia",
    "Sessão só pode ser marcado a partir de seg 30/11, 10h.",
    "services",
  ],
  [
    { reason: "too_soon", noticeMinutes: 60, earliest: "2026-11-30T13:00:00.000Z" },
    "Este horário já passou",
    "Escolha um horário daqui para a frente.",
    undefined,
  ],
  [
    { reason: "too_far", horizonDays: 60, lastDate: "2027-01-22" },
    "A agenda ainda não abriu",
    "Sessão abre 60 dias à frente: hoje, até sex 22/01/2027.",
    "services",
  ],
  [{ reason: "day_cap", ...cap }, "O dia está no limite", "Em seg 30/11 já são 4 de 4.", "limits"],
  [
    { reason: "week_cap", ...cap },
    "A semana está no limite",
    "De seg 30/11 a dom 06/12 já são 4 de 4.",
    "limits",
  ],
  [{ reason: "busy", conflicts: CONFLICTS }, "Já está ocupado", "Isto toma o horário:", "day"],
])("%o", (verdict, title, text, way) => {
  expect(answer(verdict)).toEqual([title, text, way]);
});

it("speaks English as well", () => {
  const verdict = { reason: "buffer", bufferBeforeMinutes: 0, bufferAfterMinutes: 90 } as const;
  expect(answer({ ...verdict, conflicts: CONFLICTS }, "en")).toEqual([
    "The break would be missing",
    "Sessão needs 0 min before and 1 h 30 min after to be free, and this is too close:",
    "services",
  ]);
});
