import type { Locale } from "../../kernel/wire.ts";

/** What stands around every message, whatever it says. */
type Labels = {
  hello: string;
  /** Labels of a mail's rows, in their order. */
  facts: readonly [string, string, string, string, string, string, string, string];
  before: string;
  reason: string;
  /** Why the reader gets it: mails name the practice. */
  why: { client(who: string): string; invited(who: string): string; professional: string };
  /** The same on WhatsApp, where the last words may be no parameter. */
  whyShort: { client: string; invited: string };
  behalf(who: string): string;
  own: string;
  answers: { title: string; verb: string }[];
  /** For channels without buttons. */
  numbered: string;
};

/** Buttons have at most twenty letters. */
export const LABELS: Record<Locale, Labels> = {
  "pt-BR": {
    hello: "Oi",
    facts: ["Serviço", "Quando", "Antes", "Duração", "Valor", "Onde", "Cliente", "Motivo"],
    before: "antes",
    reason: "motivo",
    why: {
      client: (who) => `Você recebeu esta mensagem porque marcou um horário com ${who} no Odys.`,
      invited: (who) => `Você recebeu esta mensagem porque ${who} atende você pelo Odys.`,
      professional: "Você recebeu esta mensagem porque atende pelo Odys.",
    },
    whyShort: {
      client: "Você recebeu esta mensagem porque marcou um horário pelo Odys.",
      invited: "Você recebeu esta mensagem de quem atende você pelo Odys.",
    },
    behalf: (who) => `Mensagem automática do Odys em nome de ${who}`,
    own: "Mensagem automática do Odys",
    answers: [
      { verb: "confirm", title: "Confirmar" },
      { verb: "reschedule", title: "Remarcar" },
      { verb: "cancel", title: "Cancelar" },
    ],
    numbered: "Responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.",
  },
  en: {
    hello: "Hi",
    facts: ["Service", "When", "Before", "Length", "Price", "Where", "Client", "Reason"],
    before: "before",
    reason: "reason",
    why: {
      client: (who) => `You get this message because you booked with ${who} on Odys.`,
      invited: (who) => `You get this message because ${who} sees you with Odys.`,
      professional: "You get this message because you work with Odys.",
    },
    whyShort: {
      client: "You get this message because you booked on Odys.",
      invited: "You get this message from somebody who sees you with Odys.",
    },
    behalf: (who) => `Automatic message from Odys on behalf of ${who}`,
    own: "Automatic message from Odys",
    answers: [
      { verb: "confirm", title: "Confirm" },
      { verb: "reschedule", title: "Reschedule" },
      { verb: "cancel", title: "Cancel" },
    ],
    numbered: "Answer *1* to confirm, *2* to reschedule or *3* to cancel.",
  },
};
