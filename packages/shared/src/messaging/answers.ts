import type { Locale } from "../kernel/wire.ts";
import { clip, plainForWhatsApp } from "./plain.ts";

/** What Odys answers when somebody has answered a reminder: free text, as they have just written. */
export const ANSWERS = [
  "attendanceNoted",
  "rescheduleLink",
  "cancelTooLate",
  "nothingToAnswer",
] as const;
export type Answer = (typeof ANSWERS)[number];

export const isAnswer = (name: string): name is Answer => ANSWERS.some((answer) => answer === name);

export const REMINDER_VERBS = ["confirm", "reschedule", "cancel"] as const;
export type ReminderVerb = (typeof REMINDER_VERBS)[number];

/** As people write it; a number is that of the list in the message. */
const WORDS: Record<ReminderVerb, readonly string[]> = {
  confirm: ["1", "confirmar", "confirmo", "confirmado", "confirm", "confirmed"],
  reschedule: ["2", "remarcar", "reagendar", "reschedule", "move"],
  cancel: ["3", "cancelar", "cancela", "cancel"],
};

/** Which answer to a reminder a message is, if it is nothing else. */
export function verbOf(text: string): ReminderVerb | null {
  const word = text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[.!)\]\s]+$/u, "");
  return REMINDER_VERBS.find((verb) => WORDS[verb].includes(word)) ?? null;
}

/** `confirm:<appointment>` of a tapped button, or null. */
export function readButton(id: string): { verb: ReminderVerb; appointmentId: string } | null {
  const [verb, appointmentId] = id.split(":");
  const known = REMINDER_VERBS.find((one) => one === verb);
  return known && appointmentId && /^[0-9a-f-]{36}$/.test(appointmentId)
    ? { verb: known, appointmentId }
    : null;
}

type Params = { professionalName: string; url: string };

const TEXTS: Record<Locale, Record<Answer, (params: Params) => string>> = {
  "pt-BR": {
    attendanceNoted: ({ professionalName }) =>
      `Anotado: ${professionalName} sabe que você vem. Até lá!`,
    rescheduleLink: ({ url }) => `Escolha aqui o novo horário:\n${url}`,
    cancelTooLate: ({ professionalName, url }) =>
      `Já passou do prazo para cancelar por aqui. Fale com ${professionalName} nesta conversa. Os detalhes: ${url}`,
    nothingToAnswer: ({ url }) => `Este horário já mudou ou passou. Veja como está:\n${url}`,
  },
  en: {
    attendanceNoted: ({ professionalName }) =>
      `Noted: ${professionalName} knows that you are coming. See you then!`,
    rescheduleLink: ({ url }) => `Choose the new time here:\n${url}`,
    cancelTooLate: ({ professionalName, url }) =>
      `It is too late to cancel here. Write to ${professionalName} in this chat. The details: ${url}`,
    nothingToAnswer: ({ url }) => `This time has changed or is over. See how it stands:\n${url}`,
  },
};

/** The text of an answer, framed like every message of the system. */
export function renderAnswer(answer: Answer, locale: Locale, params: Params): string {
  const professionalName = clip(plainForWhatsApp(params.professionalName), 80);
  const frame =
    locale === "en"
      ? `_Odys on behalf of ${professionalName}_`
      : `_Odys em nome de ${professionalName}_`;
  return `${frame}\n\n${TEXTS[locale][answer]({ ...params, professionalName })}`;
}
