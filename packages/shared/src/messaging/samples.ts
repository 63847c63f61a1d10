import type { Locale } from "../kernel/wire.ts";
import type { MessageParams } from "./params.ts";
import { REMINDERS, type Template } from "./templates.ts";

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

/** Those who are expected somewhere, and those who hear why not. */
const PLACE: readonly Template[] = ["bookingConfirmed", "appointmentMovedToClient", ...REMINDERS];
const REASON: readonly Template[] = [
  "bookingRejected",
  "cancelledByProToClient",
  "cancelledByClientToPro",
];
const MOVED: readonly Template[] = ["appointmentMovedToClient", "appointmentMovedToPro"];

/** Somebody's data as `template` could have it: for previews, and as the examples that WhatsApp asks for. */
export function sampleParams(template: Template, locale: Locale): MessageParams {
  const words = WORDS[locale];
  return {
    ...words,
    placeDetail: PLACE.includes(template) ? words.placeDetail : "",
    reason: REASON.includes(template) ? words.reason : "",
    amount: template.startsWith("paymentConfirmed") ? words.amount : "",
    startsAt: "2026-12-03T17:00:00.000Z",
    ...(MOVED.includes(template) && { movedFrom: "2026-12-01T13:30:00.000Z" }),
    pending: false,
    zone: "America/Sao_Paulo",
    duration: "50 min",
    appointmentId: "01900000-0000-7000-8000-000000000000",
    url: "https://odys.app/m/exemplo",
  };
}
