import type { CopyOf } from "./copy.ts";

/** What a client hears while a time is asked for, agreed, moved or called off. */
export const BOOKING_TO_CLIENT: CopyOf<
  | "requestReceived"
  | "bookingConfirmed"
  | "bookingRejected"
  | "cancelledByProToClient"
  | "bookingCancelled"
  | "appointmentMovedToClient"
> = {
  "pt-BR": {
    requestReceived: ({ who, when }) => ({
      subject: `Pedido enviado: ${when}`,
      heading: "seu pedido foi enviado",
      paragraphs: [
        `${who} recebeu seu pedido e vai confirmar o horário. Você será avisado por aqui.`,
      ],
      action: "Ver ou cancelar o pedido",
    }),
    bookingConfirmed: ({ who, when }) => ({
      subject: `Confirmado: ${when}`,
      heading: "seu horário está confirmado",
      paragraphs: [`${who} espera por você.`],
      action: "Ver, remarcar ou cancelar",
    }),
    bookingRejected: ({ who, when }) => ({
      subject: `Horário não confirmado: ${when}`,
      heading: "este horário não deu certo",
      paragraphs: [`${who} não pôde confirmar este horário. Escolha outro quando quiser.`],
      action: "Escolher outro horário",
    }),
    cancelledByProToClient: ({ who, when }) => ({
      subject: `Cancelado: ${when}`,
      heading: "seu horário foi cancelado",
      paragraphs: [`${who} cancelou este horário. Escolha outro quando quiser.`],
      action: "Escolher outro horário",
    }),
    bookingCancelled: ({ who, when }) => ({
      subject: `Você cancelou: ${when}`,
      heading: "seu cancelamento está feito",
      paragraphs: [`Já avisamos ${who}. Escolha outro horário quando quiser.`],
      action: "Escolher outro horário",
    }),
    appointmentMovedToClient: ({ who, when, pending }) => ({
      subject: `${pending ? "Novo horário pedido" : "Novo horário"}: ${when}`,
      heading: pending ? "seu novo pedido foi enviado" : "seu horário mudou",
      paragraphs: [
        pending
          ? `${who} recebeu o novo horário e vai confirmar. Você será avisado por aqui.`
          : `${who} espera por você no novo horário.`,
      ],
      action: "Ver, remarcar ou cancelar",
    }),
  },
  en: {
    requestReceived: ({ who, when }) => ({
      subject: `Request sent: ${when}`,
      heading: "your request was sent",
      paragraphs: [
        `${who} has your request and will confirm the time. You will hear from us here.`,
      ],
      action: "See or cancel the request",
    }),
    bookingConfirmed: ({ who, when }) => ({
      subject: `Confirmed: ${when}`,
      heading: "your appointment is confirmed",
      paragraphs: [`${who} is expecting you.`],
      action: "See, move or cancel it",
    }),
    bookingRejected: ({ who, when }) => ({
      subject: `Not confirmed: ${when}`,
      heading: "this time did not work out",
      paragraphs: [`${who} could not confirm this time. Choose another one whenever you like.`],
      action: "Choose another time",
    }),
    cancelledByProToClient: ({ who, when }) => ({
      subject: `Cancelled: ${when}`,
      heading: "your appointment was cancelled",
      paragraphs: [`${who} cancelled this appointment. Choose another time whenever you like.`],
      action: "Choose another time",
    }),
    bookingCancelled: ({ who, when }) => ({
      subject: `You cancelled: ${when}`,
      heading: "your appointment is cancelled",
      paragraphs: [`${who} has been told. Choose another time whenever you like.`],
      action: "Choose another time",
    }),
    appointmentMovedToClient: ({ who, when, pending }) => ({
      subject: `${pending ? "New time requested" : "New time"}: ${when}`,
      heading: pending ? "your new request was sent" : "your appointment has a new time",
      paragraphs: [
        pending
          ? `${who} has the new time and will confirm it. You will hear from us here.`
          : `${who} is expecting you at the new time.`,
      ],
      action: "See, move or cancel it",
    }),
  },
};
