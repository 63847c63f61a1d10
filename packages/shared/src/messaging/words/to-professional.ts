import type { ProfessionalTemplate } from "../templates.ts";
import type { CopyOf } from "./copy.ts";

/** What a professional hears of their clients and of what they did themselves. */
export const TO_PROFESSIONAL: CopyOf<ProfessionalTemplate> = {
  "pt-BR": {
    bookingRequest: ({ client, service, when }) => ({
      subject: `${client} pediu um horário: ${when}`,
      heading: `${client} pediu ${service}`,
      paragraphs: ["O horário está reservado até você confirmar ou recusar."],
      action: "Responder na agenda",
    }),
    bookingConfirmedToPro: ({ client, service, when }) => ({
      subject: `${client} marcou: ${when}`,
      heading: `${client} marcou ${service}`,
      paragraphs: ["Está confirmado e na sua agenda."],
      action: "Abrir a agenda",
    }),
    bookingConfirmedReceipt: ({ client, when }) => ({
      subject: `Você confirmou ${client}: ${when}`,
      heading: `Você confirmou o horário de ${client}`,
      paragraphs: ["O aviso já foi enviado."],
      action: "Abrir a agenda",
    }),
    bookingRejectedReceipt: ({ client, when }) => ({
      subject: `Você recusou ${client}: ${when}`,
      heading: `Você recusou o pedido de ${client}`,
      paragraphs: ["O aviso já foi enviado, e o horário está livre de novo na sua página."],
      action: "Abrir a agenda",
    }),
    cancelledByClientToPro: ({ client, when }) => ({
      subject: `${client} cancelou: ${when}`,
      heading: `${client} cancelou o horário`,
      paragraphs: ["O horário está livre de novo na sua página."],
      action: "Abrir a agenda",
    }),
    appointmentMovedToPro: ({ client, when, pending }) => ({
      subject: `${client} ${pending ? "pediu outro horário" : "mudou o horário"}: ${when}`,
      heading: `${client} ${pending ? "pediu outro horário" : "mudou o horário"}`,
      paragraphs: [
        pending
          ? "O novo horário está reservado até você confirmar ou recusar. O anterior está livre de novo."
          : "O novo horário está confirmado e na sua agenda. O anterior está livre de novo.",
      ],
      action: pending ? "Responder na agenda" : "Abrir a agenda",
    }),
    paymentConfirmedToPro: ({ client, amount }) => ({
      subject: `${client} pagou ${amount}`,
      heading: `${client} pagou ${amount}`,
      paragraphs: ["O pagamento está registrado no horário."],
      action: "Abrir a agenda",
    }),
    appointmentCompletedToPro: ({ client, when }) => ({
      subject: `Concluído, ${client}: ${when}`,
      heading: `O horário de ${client} está concluído`,
      paragraphs: ["Está no histórico e nos seus números."],
      action: "Abrir a agenda",
    }),
    noShowToPro: ({ client, when }) => ({
      subject: `Falta de ${client}: ${when}`,
      heading: `A falta de ${client} está registrada`,
      paragraphs: ["Ela conta no histórico. Se foi engano, desfaça na agenda."],
      action: "Abrir a agenda",
    }),
    newMessageToPro: ({ client, text }) => ({
      subject: `${client} escreveu para você`,
      heading: `${client} escreveu para você`,
      paragraphs: [`“${text}”`],
      action: "Ler e responder",
    }),
  },
  en: {
    bookingRequest: ({ client, service, when }) => ({
      subject: `${client} asked for a time: ${when}`,
      heading: `${client} asked for ${service}`,
      paragraphs: ["The time is held until you confirm or decline."],
      action: "Answer in the agenda",
    }),
    bookingConfirmedToPro: ({ client, service, when }) => ({
      subject: `${client} booked: ${when}`,
      heading: `${client} booked ${service}`,
      paragraphs: ["It is confirmed and in your agenda."],
      action: "Open the agenda",
    }),
    bookingConfirmedReceipt: ({ client, when }) => ({
      subject: `You confirmed ${client}: ${when}`,
      heading: `You confirmed ${client}'s appointment`,
      paragraphs: ["They have been told."],
      action: "Open the agenda",
    }),
    bookingRejectedReceipt: ({ client, when }) => ({
      subject: `You declined ${client}: ${when}`,
      heading: `You declined ${client}'s request`,
      paragraphs: ["They have been told, and the time is free again on your page."],
      action: "Open the agenda",
    }),
    cancelledByClientToPro: ({ client, when }) => ({
      subject: `${client} cancelled: ${when}`,
      heading: `${client} cancelled the appointment`,
      paragraphs: ["The time is free again on your page."],
      action: "Open the agenda",
    }),
    appointmentMovedToPro: ({ client, when, pending }) => ({
      subject: `${client} ${pending ? "asked for another time" : "moved the appointment"}: ${when}`,
      heading: `${client} ${pending ? "asked for another time" : "moved the appointment"}`,
      paragraphs: [
        pending
          ? "The new time is held until you confirm or decline. The one before is free again."
          : "The new time is confirmed and in your agenda. The one before is free again.",
      ],
      action: pending ? "Answer in the agenda" : "Open the agenda",
    }),
    paymentConfirmedToPro: ({ client, amount }) => ({
      subject: `${client} paid ${amount}`,
      heading: `${client} paid ${amount}`,
      paragraphs: ["The payment is on record with the appointment."],
      action: "Open the agenda",
    }),
    appointmentCompletedToPro: ({ client, when }) => ({
      subject: `Completed, ${client}: ${when}`,
      heading: `${client}'s appointment is completed`,
      paragraphs: ["It is in the history and in your figures."],
      action: "Open the agenda",
    }),
    noShowToPro: ({ client, when }) => ({
      subject: `No-show of ${client}: ${when}`,
      heading: `The no-show of ${client} is on record`,
      paragraphs: ["It counts in the history. If it is a mistake, undo it in the agenda."],
      action: "Open the agenda",
    }),
    newMessageToPro: ({ client, text }) => ({
      subject: `${client} wrote to you`,
      heading: `${client} wrote to you`,
      paragraphs: [`“${text}”`],
      action: "Read and answer",
    }),
  },
};
