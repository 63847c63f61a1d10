import { describe, expect, it } from "vitest";
import { LOCALES } from "../kernel/wire.ts";
import { accountExistsMail, resetPasswordMail, verifyEmailMail } from "./account-mails.ts";
import { BOOKING_MAILS, bookingMail, type BookingMailParams } from "./booking-mails.ts";
import { composeMail, escapeHtml } from "./compose.ts";

const params: BookingMailParams = {
  professionalName: "Ana Souza",
  clientName: "Bia Lima",
  serviceName: "Sessão",
  startsAt: "2026-11-26T17:00:00.000Z",
  zone: "America/Sao_Paulo",
  duration: "50 min",
  price: "R$ 120,00",
  placeDetail: "Rua das Flores, 10",
  reason: "",
  url: "https://odys.test/p/ana-souza",
};

/** Every text a person or a provider may have typed, each as an attack. */
const hostile = (field: string) => `<img src=x onerror="${field}">'&\r\nBcc: x@example.com`;

describe.each(LOCALES)("mails in %s", (locale) => {
  it.each(BOOKING_MAILS)("%s tells when, by whom, and where to go on", (template) => {
    const { subject, text, html } = bookingMail(template, locale, params);
    const when = locale === "en" ? "2 PM (Brasilia time" : "14h (horário de Brasília";
    expect(subject).toContain(`${when})`);
    for (const body of [text, html]) {
      expect(body).toContain(`2026, ${when}, UTC−3)`);
      expect(body).toContain("Sessão");
      expect(body).toContain("R$ 120,00");
      expect(body).toContain("https://odys.test/p/ana-souza");
      expect(body).not.toMatch(/undefined|null|\[object|\{\w+\}/);
    }
    expect(html).toContain(`lang="${locale}"`);
  });

  it.each(BOOKING_MAILS)("%s escapes every parameter", (template) => {
    const nasty: BookingMailParams = {
      ...params,
      professionalName: hostile("professional"),
      clientName: hostile("client"),
      serviceName: hostile("service"),
      placeDetail: hostile("place"),
      duration: hostile("duration"),
      price: hostile("price"),
      reason: hostile("reason"),
      url: 'https://odys.test/?a="><script>alert(1)</script>',
    };
    const { subject, html } = bookingMail(template, locale, nasty);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script");
    expect(html).not.toContain('onerror="');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("frames what is said in somebody's name as a message of the system", () => {
    const toClient = bookingMail("bookingConfirmed", locale, params);
    const frame =
      locale === "en"
        ? "Automatic message from Odys on behalf of Ana Souza"
        : "Mensagem automática do Odys em nome de Ana Souza";
    expect(toClient.text.startsWith(`[${frame}]`)).toBe(true);
    expect(toClient.html).toContain(frame);
    const toPro = bookingMail("bookingRequest", locale, params);
    expect(toPro.html).not.toContain(frame);
    expect(toPro.html).toContain("Bia Lima");
  });

  it("a move tells when it was before, and whether it waits for an answer", () => {
    const moved = { ...params, movedFrom: "2026-11-25T13:30:00.000Z" };
    const before =
      locale === "en" ? "Wednesday, November 25, 10:30 AM" : "quarta, 25 de novembro, 10h30";
    const [agreed, asked] = [false, true].map((pending) => {
      const { subject, text } = bookingMail("appointmentMovedToPro", locale, { ...moved, pending });
      expect(text).toContain(before);
      return subject;
    });
    expect(agreed).not.toBe(asked);
  });

  it("does not carry a guest's advertisement to a stranger", () => {
    const advert = { ...params, clientName: "Ganhe em https://example.com agora" };
    const { subject, text, html } = bookingMail("requestReceived", locale, advert);
    for (const part of [subject, text, html]) expect(part).not.toContain("example.com");
    expect(bookingMail("bookingRequest", locale, advert).text).toContain("example.com");
  });

  it("links of accounts lead where they were told to", () => {
    const url = "https://odys.test/verify?token=a%2Bb&x=1";
    for (const mail of [verifyEmailMail, resetPasswordMail, accountExistsMail]) {
      const { subject, text, html } = mail(locale, { url });
      expect(subject.length).toBeGreaterThan(5);
      expect(text).toContain(url);
      expect(html).toContain(`href="${escapeHtml(url)}"`);
    }
  });
});

it("a link that is no web address is refused", () => {
  const letter = {
    subject: "x",
    onBehalfOf: null,
    heading: "x",
    paragraphs: [],
    action: { label: "x", url: "javascript:alert(1)" },
    why: "x",
  };
  expect(() => composeMail("en", letter)).toThrow(TypeError);
});
