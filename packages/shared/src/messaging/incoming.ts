import type { Locale } from "../kernel/wire.ts";

/** What somebody wants who wrote one of these words and nothing else. */
const COMMANDS: ReadonlyMap<string, "stop" | "start"> = new Map([
  ["sair", "stop"],
  ["parar", "stop"],
  ["stop", "stop"],
  ["cancelar mensagens", "stop"],
  ["voltar", "start"],
  ["start", "start"],
]);

/** Whether a message asks to be written to no more, or again: only where it says nothing else. */
export function commandOf(text: string): "stop" | "start" | null {
  const bare = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return COMMANDS.get(bare) ?? null;
}

/** Which of `count` numbered answers was given, from 0; null when it is none of them. */
export function choiceOf(text: string, count: number): number | null {
  const [, digits] = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text) ?? [];
  const choice = Number(digits) - 1;
  return choice >= 0 && choice < count ? choice : null;
}

/** What Odys answers by itself to what somebody writes on WhatsApp. */
export const ANSWERS: Readonly<
  Record<
    Locale,
    {
      which(names: readonly string[]): string;
      handedOn(name: string): string;
      stopped: string;
      started: string;
      stranger(url: string): string;
      noText: string;
    }
  >
> = {
  "pt-BR": {
    which: (names) =>
      `Odys: para quem é a sua mensagem? Responda só com o número.\n${numbered(names)}`,
    handedOn: (name) => `Odys: entregamos a sua mensagem a ${name}.`,
    stopped:
      "Odys: pronto, você não recebe mais mensagens por aqui. Para voltar a receber, responda VOLTAR.",
    started: "Odys: pronto, você volta a receber mensagens por aqui. Para parar, responda SAIR.",
    stranger: (url) =>
      `Odys: este número cuida das mensagens de profissionais e seus clientes, e ainda não conhecemos o seu. Para marcar um horário, abra o link que o profissional lhe deu ou veja ${url}`,
    noText: "[mandou um arquivo ou áudio, que não chega até aqui]",
  },
  en: {
    which: (names) =>
      `Odys: who is your message for? Answer with the number only.\n${numbered(names)}`,
    handedOn: (name) => `Odys: we have passed your message on to ${name}.`,
    stopped: "Odys: done, you get no more messages here. To get them again, answer START.",
    started: "Odys: done, you get messages here again. To stop them, answer STOP.",
    stranger: (url) =>
      `Odys: this number carries messages between professionals and their clients, and we do not know yours yet. To book, open the link that the professional gave you or see ${url}`,
    noText: "[sent a file or a voice message, which does not arrive here]",
  },
};

function numbered(names: readonly string[]): string {
  return names.map((name, index) => `${index + 1}. ${name}`).join("\n");
}
