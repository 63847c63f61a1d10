import type { CopyOf } from "./copy.ts";

/** What a client hears before and after the meeting, and apart from any. */
export const CARE_TO_CLIENT: CopyOf<
  | "reminder24h"
  | "reminder1h"
  | "registrationInvite"
  | "paymentConfirmedToClient"
  | "appointmentCompletedToClient"
  | "noShowToClient"
  | "newMessageToClient"
> = {
  "pt-BR": {
    reminder24h: ({ who, when }) => ({
      subject: `Lembrete: ${when}`,
      heading: "seu horário está chegando",
      paragraphs: [
        `${who} espera por você. Se não puder vir, avise: o horário fica livre para outra pessoa.`,
      ],
      action: "Confirmar, remarcar ou cancelar",
    }),
    reminder1h: ({ who, when }) => ({
      subject: `Falta pouco: ${when}`,
      heading: "falta pouco para o seu horário",
      paragraphs: [`${who} espera por você.`],
      action: "Confirmar, remarcar ou cancelar",
    }),
    registrationInvite: ({ who }) => ({
      subject: `${who} convidou você para o Odys`,
      heading: "seus horários cabem em um só lugar",
      paragraphs: [`${who} convidou você: com uma conta você vê, marca e remarca seus horários.`],
      action: "Criar minha conta",
    }),
    paymentConfirmedToClient: ({ who, amount }) => ({
      subject: `Pagamento recebido: ${amount}`,
      heading: "seu pagamento foi recebido",
      paragraphs: [`${who} recebeu ${amount}. Guarde esta mensagem como comprovante.`],
      action: "Ver o horário",
    }),
    appointmentCompletedToClient: ({ who }) => ({
      subject: `Obrigado por vir: ${who}`,
      heading: "que bom que você veio",
      paragraphs: [`O atendimento com ${who} está concluído. Marque o próximo quando quiser.`],
      action: "Marcar outro horário",
    }),
    noShowToClient: ({ who, when }) => ({
      subject: `Sentimos sua falta: ${when}`,
      heading: "sentimos sua falta",
      paragraphs: [
        `O horário com ${who} passou sem vocês se encontrarem. Se foi engano, avise; para outro dia, é só escolher.`,
      ],
      action: "Escolher outro horário",
    }),
    newMessageToClient: ({ who, text }) => ({
      subject: `${who} escreveu para você`,
      heading: `${who} escreveu para você`,
      paragraphs: [`“${text}”`],
      action: "Ler e responder",
    }),
  },
  en: {
    reminder24h: ({ who, when }) => ({
      subject: `Reminder: ${when}`,
      heading: "your appointment is coming up",
      paragraphs: [
        `${who} is expecting you. If you cannot come, say so: somebody else may need the time.`,
      ],
      action: "Confirm, move or cancel it",
    }),
    reminder1h: ({ who, when }) => ({
      subject: `Almost time: ${when}`,
      heading: "it is almost time for your appointment",
      paragraphs: [`${who} is expecting you.`],
      action: "Confirm, move or cancel it",
    }),
    registrationInvite: ({ who }) => ({
      subject: `${who} invited you to Odys`,
      heading: "your appointments fit in one place",
      paragraphs: [`${who} invited you: with an account you see, book and move your appointments.`],
      action: "Create my account",
    }),
    paymentConfirmedToClient: ({ who, amount }) => ({
      subject: `Payment received: ${amount}`,
      heading: "your payment was received",
      paragraphs: [`${who} received ${amount}. Keep this message as your receipt.`],
      action: "See the appointment",
    }),
    appointmentCompletedToClient: ({ who }) => ({
      subject: `Thank you for coming: ${who}`,
      heading: "it was good to have you here",
      paragraphs: [
        `Your appointment with ${who} is completed. Book the next one whenever you like.`,
      ],
      action: "Book another time",
    }),
    noShowToClient: ({ who, when }) => ({
      subject: `We missed you: ${when}`,
      heading: "we missed you",
      paragraphs: [
        `Your time with ${who} passed without the two of you meeting. If that is a mistake, say so; for another day, just choose.`,
      ],
      action: "Choose another time",
    }),
    newMessageToClient: ({ who, text }) => ({
      subject: `${who} wrote to you`,
      heading: `${who} wrote to you`,
      paragraphs: [`“${text}”`],
      action: "Read and answer",
    }),
  },
};
