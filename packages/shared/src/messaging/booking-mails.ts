import type { Locale } from "../kernel/wire.ts";
import { type ComposedMail, composeMail, type Letter } from "./compose.ts";
import { sayFully, sayWhen } from "./when.ts";

/** What the mails about an appointment may tell. Instants ISO UTC; `zone` is the professional's. */
export type BookingMailParams = {
  professionalName: string;
  clientName: string;
  serviceName: string;
  startsAt: string;
  /** Of one that was moved: when it was before, and whether it waits for the professional's yes. */
  movedFrom?: string;
  pending?: boolean;
  zone: string;
  /** "50 min"; formatted price or empty; address or link, or empty. */
  duration: string;
  price: string;
  placeDetail: string;
  /** Why it was rejected or cancelled, or empty. */
  reason: string;
  /** Where the reader goes on: the manage link, the public page, or the professional's agenda. */
  url: string;
};

export const BOOKING_MAILS = [
  "requestReceived",
  "bookingConfirmed",
  "bookingRejected",
  "cancelledByProToClient",
  "bookingCancelled",
  "appointmentMovedToClient",
  "bookingRequest",
  "bookingConfirmedToPro",
  "cancelledByClientToPro",
  "appointmentMovedToPro",
] as const;
export type BookingMail = (typeof BOOKING_MAILS)[number];

type Copy = Pick<Letter, "subject" | "heading" | "paragraphs"> & { action: string };
type Words = { who: string; client: string; service: string; when: string; pending: boolean };

/** The first six are for clients, the others for the professional. */
const TO_PROFESSIONAL = new Set<BookingMail>([
  "bookingRequest",
  "bookingConfirmedToPro",
  "cancelledByClientToPro",
  "appointmentMovedToPro",
]);

const COPY: Record<Locale, Record<BookingMail, (words: Words) => Copy>> = {
  "pt-BR": {
    requestReceived: ({ who, client, when }) => ({
      subject: `Pedido enviado: ${when}`,
      heading: `${hello("Oi", client)}seu pedido foi enviado`,
      paragraphs: [
        `${who} recebeu seu pedido e vai confirmar o horário. Você será avisado por aqui.`,
      ],
      action: "Ver ou cancelar o pedido",
    }),
    bookingConfirmed: ({ who, client, when }) => ({
      subject: `Confirmado: ${when}`,
      heading: `${hello("Oi", client)}seu horário está confirmado`,
      paragraphs: [`${who} espera por você.`],
      action: "Ver, remarcar ou cancelar",
    }),
    bookingRejected: ({ who, client, when }) => ({
      subject: `Horário não confirmado: ${when}`,
      heading: `${hello("Oi", client)}este horário não deu certo`,
      paragraphs: [`${who} não pôde confirmar este horário. Escolha outro quando quiser.`],
      action: "Escolher outro horário",
    }),
    cancelledByProToClient: ({ who, client, when }) => ({
      subject: `Cancelado: ${when}`,
      heading: `${hello("Oi", client)}seu horário foi cancelado`,
      paragraphs: [`${who} cancelou este horário. Escolha outro quando quiser.`],
      action: "Escolher outro horário",
    }),
    bookingCancelled: ({ who, client, when }) => ({
      subject: `Você cancelou: ${when}`,
      heading: `${hello("Oi", client)}seu cancelamento está feito`,
      paragraphs: [`Já avisamos ${who}. Escolha outro horário quando quiser.`],
      action: "Escolher outro horário",
    }),
    appointmentMovedToClient: ({ who, client, when, pending }) => ({
      subject: `${pending ? "Novo horário pedido" : "Novo horário"}: ${when}`,
      heading: `${hello("Oi", client)}${pending ? "seu novo pedido foi enviado" : "seu horário mudou"}`,
      paragraphs: [
        pending
          ? `${who} recebeu o novo horário e vai confirmar. Você será avisado por aqui.`
          : `${who} espera por você no novo horário.`,
      ],
      action: "Ver, remarcar ou cancelar",
    }),
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
  },
  en: {
    requestReceived: ({ who, client, when }) => ({
      subject: `Request sent: ${when}`,
      heading: `${hello("Hi", client)}your request was sent`,
      paragraphs: [
        `${who} has your request and will confirm the time. You will hear from us here.`,
      ],
      action: "See or cancel the request",
    }),
    bookingConfirmed: ({ who, client, when }) => ({
      subject: `Confirmed: ${when}`,
      heading: `${hello("Hi", client)}your appointment is confirmed`,
      paragraphs: [`${who} is expecting you.`],
      action: "See, move or cancel it",
    }),
    bookingRejected: ({ who, client, when }) => ({
      subject: `Not confirmed: ${when}`,
      heading: `${hello("Hi", client)}this time did not work out`,
      paragraphs: [`${who} could not confirm this time. Choose another one whenever you like.`],
      action: "Choose another time",
    }),
    cancelledByProToClient: ({ who, client, when }) => ({
      subject: `Cancelled: ${when}`,
      heading: `${hello("Hi", client)}your appointment was cancelled`,
      paragraphs: [`${who} cancelled this appointment. Choose another time whenever you like.`],
      action: "Choose another time",
    }),
    bookingCancelled: ({ who, client, when }) => ({
      subject: `You cancelled: ${when}`,
      heading: `${hello("Hi", client)}your appointment is cancelled`,
      paragraphs: [`${who} has been told. Choose another time whenever you like.`],
      action: "Choose another time",
    }),
    appointmentMovedToClient: ({ who, client, when, pending }) => ({
      subject: `${pending ? "New time requested" : "New time"}: ${when}`,
      heading: `${hello("Hi", client)}${pending ? "your new request was sent" : "your appointment has a new time"}`,
      paragraphs: [
        pending
          ? `${who} has the new time and will confirm it. You will hear from us here.`
          : `${who} is expecting you at the new time.`,
      ],
      action: "See, move or cancel it",
    }),
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
  },
};

const LABELS = {
  "pt-BR": {
    facts: ["Serviço", "Quando", "Antes", "Duração", "Valor", "Onde", "Cliente", "Motivo"],
    client: (who: string) =>
      `Você recebeu esta mensagem porque marcou um horário com ${who} no Odys.`,
    professional: "Você recebeu esta mensagem porque atende pelo Odys.",
  },
  en: {
    facts: ["Service", "When", "Before", "Length", "Price", "Where", "Client", "Reason"],
    client: (who: string) => `You get this message because you booked with ${who} on Odys.`,
    professional: "You get this message because you work with Odys.",
  },
} as const;

/** The mail about an appointment that `template` names, in the reader's language. */
export function bookingMail(
  template: BookingMail,
  locale: Locale,
  params: BookingMailParams,
): ComposedMail {
  const toProfessional = TO_PROFESSIONAL.has(template);
  const { professionalName: who, serviceName: service, movedFrom, pending = false } = params;
  const before = movedFrom === undefined ? "" : sayWhen(movedFrom, params.zone, locale);
  const when = sayWhen(params.startsAt, params.zone, locale);
  const client = toProfessional ? params.clientName : addressable(params.clientName);
  const { action, ...copy } = COPY[locale][template]({ who, client, service, when, pending });
  const labels = LABELS[locale];
  const { duration, price, placeDetail, reason } = params;
  const values = [
    service,
    sayFully(params.startsAt, params.zone, locale),
    before,
    duration,
    price,
    placeDetail,
    toProfessional ? client : "",
    reason,
  ];
  return composeMail(locale, {
    ...copy,
    onBehalfOf: toProfessional ? null : who,
    facts: labels.facts.map((label, index) => [label, values[index] ?? ""] as const),
    action: { label: action, url: params.url },
    why: toProfessional ? labels.professional : labels.client(who),
  });
}

/**
 * A guest types any name and any address: what reads like a link or an address is left out, so that
 * nobody can have Odys mail their advertisement to a stranger.
 */
function addressable(name: string): string {
  return /[:/@\\]|\.\p{L}{2,}/u.test(name) || name.length > 60 ? "" : name;
}

function hello(word: string, name: string): string {
  return name === "" ? `${word}, ` : `${word}, ${name}: `;
}
