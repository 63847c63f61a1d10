import { expect, it } from "vitest";
import { LOCALES } from "../kernel/wire.ts";
import { guestCheckMail, type GuestMailParams } from "./guest-mail.ts";

const params: GuestMailParams = {
  professionalName: "Ana Souza",
  serviceName: "Sessão",
  startsAt: "2026-11-26T17:00:00.000Z",
  heldUntil: "2026-11-23T12:30:00.000Z",
  zone: "America/Sao_Paulo",
  url: "https://odys.test/confirm/abc",
};

it.each(LOCALES)(
  "in %s it says for what, until when, and that doing nothing is right, too",
  (locale) => {
    const { subject, text, html } = guestCheckMail(locale, params);
    expect(subject).toContain(
      locale === "en" ? "2 PM (Brasilia time)" : "14h (horário de Brasília)",
    );
    for (const body of [text, html]) {
      expect(body).toContain(locale === "en" ? "by 9:30 AM" : "até 9h30");
      for (const fact of ["Ana Souza", "Sessão", "https://odys.test/confirm/abc"])
        expect(body).toContain(fact);
      expect(body).not.toMatch(/undefined|null|\[object|\{\w+\}/);
    }
    expect(text).toMatch(locale === "en" ? /If it was not you, do nothing/ : /Se não foi você/);
  },
);

it("escapes what a professional wrote", () => {
  const nasty = '<img src=x onerror="1">\r\nBcc: x@example.com';
  const { subject, html } = guestCheckMail("en", {
    ...params,
    professionalName: nasty,
    serviceName: nasty,
  });
  expect(html).not.toContain("<img");
  expect(subject).not.toMatch(/[\r\n]/);
});
