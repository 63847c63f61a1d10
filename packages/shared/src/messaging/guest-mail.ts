import type { Locale } from "../kernel/wire.ts";
import { type ComposedMail, composeMail, type Letter } from "./compose.ts";
import { sayTime, sayWhen } from "./when.ts";

/** What the mail that asks a guest to confirm may tell. Instants ISO UTC; `zone` is the professional's. */
export type GuestMailParams = {
  professionalName: string;
  serviceName: string;
  startsAt: string;
  heldUntil: string;
  zone: string;
  /** Where the guest confirms. */
  url: string;
};

type Words = { who: string; when: string; until: string };
type Copy = Pick<Letter, "subject" | "heading" | "paragraphs" | "why"> & {
  action: string;
  facts: [service: string, when: string];
};

const COPY: Record<Locale, (words: Words) => Copy> = {
  "pt-BR": ({ who, when, until }) => ({
    subject: `Falta confirmar: ${when}`,
    heading: "Falta um passo para este horário ser seu",
    paragraphs: [
      `Alguém pediu um horário com ${who} e deixou este e-mail. Se foi você, confirme até ${until}: até lá o horário fica reservado.`,
      "Se não foi você, não faça nada: o horário volta a ficar livre e nada mais chega aqui.",
    ],
    action: "Confirmar meu horário",
    facts: ["Serviço", "Quando"],
    why: `Você recebeu esta mensagem porque este e-mail foi informado na página de ${who} no Odys.`,
  }),
  en: ({ who, when, until }) => ({
    subject: `Please confirm: ${when}`,
    heading: "One step left before this time is yours",
    paragraphs: [
      `Somebody asked for a time with ${who} and left this address. If it was you, confirm by ${until}: the time is held until then.`,
      "If it was not you, do nothing: the time becomes free again and nothing more will come.",
    ],
    action: "Confirm my time",
    facts: ["Service", "When"],
    why: `You get this message because this address was given on ${who}'s page on Odys.`,
  }),
};

/**
 * Asks whoever has the mailbox whether it was them. Nothing that the guest typed stands in it: anybody
 * can have it sent to anybody.
 */
export function guestCheckMail(locale: Locale, params: GuestMailParams): ComposedMail {
  const { professionalName: who, serviceName, startsAt, heldUntil, zone, url } = params;
  const when = sayWhen(startsAt, zone, locale);
  const { action, facts, ...copy } = COPY[locale]({
    who,
    when,
    until: sayTime(new Date(heldUntil), zone, locale),
  });
  return composeMail(locale, {
    ...copy,
    onBehalfOf: who,
    facts: [
      [facts[0], serviceName],
      [facts[1], when],
    ],
    action: { label: action, url },
  });
}
