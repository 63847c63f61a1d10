import type { Locale } from "../kernel/wire.ts";
import type { MessageParams } from "./params.ts";

const WORDS = {
  "pt-BR": {
    professionalName: "Ana Souza",
    clientName: "Bia Lima",
    serviceName: "Sessão de psicoterapia",
    price: "R$ 180,00",
    amount: "R$ 180,00",
    placeDetail: "Rua das Flores, 10",
    reason: "Surgiu um imprevisto",
    text: "Oi! Pode trazer os exames na quinta?",
  },
  en: {
    professionalName: "Ana Souza",
    clientName: "Bia Lima",
    serviceName: "Therapy session",
    price: "R$180.00",
    amount: "R$180.00",
    placeDetail: "10 Flower Street",
    reason: "Something came up",
    text: "Hi! Could you bring the test results on Thursday?",
  },
};

/** Somebody's data as it could be: for previews, and as the examples that WhatsApp asks for. */
export function sampleParams(locale: Locale): MessageParams {
  return {
    ...WORDS[locale],
    startsAt: "2026-12-03T17:00:00.000Z",
    movedFrom: "2026-12-01T13:30:00.000Z",
    pending: false,
    zone: "America/Sao_Paulo",
    duration: "50 min",
    appointmentId: "01900000-0000-7000-8000-000000000000",
    url: "https://odys.app/m/exemplo",
  };
}
