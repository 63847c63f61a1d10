import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { LOCALES } from "../kernel/wire.ts";
import type { MessageParams } from "./params.ts";
import { renderMail, renderWhatsApp } from "./render.ts";
import { sampleParams } from "./samples.ts";
import { isForClient, isReminder, isWithoutAppointment, TEMPLATES } from "./templates.ts";

/** As one says it about an appointment that did not move and was not called off. */
const plain = (locale: (typeof LOCALES)[number]): MessageParams => ({
  ...sampleParams("paymentConfirmedToClient", locale),
});

const HOSTILE = [
  "*x*",
  "_x_ ~y~ ```z```",
  "> x",
  "- x",
  "1. x",
  "Ganhe em https://example.com/agora",
  "example.com",
  "www。example。com",
  "a\nb\r\nc\u2028d",
  "\u202Ecod.elpmaxe",
  "{{1}} {{2}}",
  "\u0001who\u0002",
  "a\t\tb     c",
  '<img src=x onerror="1">',
  "",
  " ",
  "👩‍👩‍👧‍👦".repeat(60),
];
const typed = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "grapheme", maxLength: 600 }),
  fc.string({ unit: "binary", maxLength: 120 }),
);
const hostileParams = fc.record({
  professionalName: typed,
  clientName: typed,
  serviceName: typed,
  duration: typed,
  price: typed,
  placeDetail: typed,
  reason: typed,
  amount: typed,
  text: typed,
  startsAt: fc.constant("2026-12-03T17:00:00.000Z"),
  movedFrom: fc.constantFrom(undefined, "2026-12-01T13:30:00.000Z"),
  pending: fc.boolean(),
  zone: fc.constantFrom("America/Sao_Paulo", "Asia/Kathmandu"),
  appointmentId: fc.uuid(),
  url: fc.constant("https://odys.test/m/a_b-c_d"),
});
const wording = fc.record({ opening: typed, closing: typed });

describe.each(LOCALES)("in %s", (locale) => {
  it.each(TEMPLATES)("%s says the same by mail and on WhatsApp", (template) => {
    const params = plain(locale);
    const { text } = renderWhatsApp(template, locale, params);
    const mail = renderMail(template, locale, params);
    const facts = isWithoutAppointment(template)
      ? []
      : [params.serviceName, "50 min", "R$", locale === "en" ? "2 PM" : "14h"];
    const other = isForClient(template) ? params.professionalName : params.clientName;
    for (const said of [text, mail.text, mail.html])
      for (const fact of [...facts, other, params.url]) expect(said).toContain(fact);
    for (const said of [text, mail.text, mail.subject]) {
      expect(said).not.toMatch(/undefined|null|\[object|\{\w+\}|[\u0001\u0002]/);
      expect(said).not.toMatch(/, *:|: *:|\s,/);
    }
  });

  it.each(TEMPLATES)("%s is framed, whatever people are called and write", (template) => {
    const frame = /^_(Mensagem automática do Odys|Automatic message from Odys)/;
    fc.assert(
      fc.property(hostileParams, wording, (params, words) => {
        const { text, template: sent } = renderWhatsApp(template, locale, params, words);
        expect(text).toMatch(frame);
        expect(text.length).toBeLessThanOrEqual(1024);
        // What is bold, slanted or tapped in it is ours: as much of it as with harmless words.
        const calm = renderWhatsApp(template, locale, { ...plain(locale), ...pick(params) });
        expect(marksOf(text)).toEqual(marksOf(calm.text));
        expect(text.split("\n")).toHaveLength(calm.text.split("\n").length);
        expect(text.match(/^(>|[-*•] |\d+\. )/gm)).toBeNull();
        for (const value of sent.params) {
          expect(value).not.toBe("");
          expect(value).not.toMatch(/[\n\r\t]| {4}/);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("a name that is a mark of a list begins none", () => {
    for (const name of ["-", "•", "1.", "- a", "12. b"]) {
      const params = { ...plain(locale), professionalName: name, clientName: name };
      const { text } = renderWhatsApp("bookingRejected", locale, params);
      expect(text.match(/^([-*•] |\d+\. )/gm)).toBeNull();
    }
  });

  it.each(TEMPLATES)("%s carries no link but ours", (template) => {
    const advert = "Ganhe em https://example.com/x ou example.com, loja。example。com";
    const params: MessageParams = {
      ...plain(locale),
      professionalName: advert,
      clientName: advert,
      serviceName: advert,
      reason: advert,
      text: advert,
      placeDetail: "https://meet.example/a_b-c",
    };
    const words = { opening: advert, closing: advert };
    const { text } = renderWhatsApp(template, locale, params, words);
    expect(text).not.toMatch(/example[.。]com|:\/\/example/);
    const links = text.match(/https?:\/\/\S+/g);
    for (const link of links ?? []) expect([params.url, params.placeDetail]).toContain(link);
  });

  it.each(TEMPLATES)("%s escapes what stands in a mail", (template) => {
    fc.assert(
      fc.property(hostileParams, wording, (params, words) => {
        const { html, subject } = renderMail(template, locale, params, words);
        expect(html).not.toMatch(/<img|<script|onerror="/);
        expect(subject).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 6 },
    );
  });

  it.each(TEMPLATES)("%s fits with the longest of everything, and keeps its link", (template) => {
    const long = (length: number) => "Wm".repeat(length / 2);
    const params: MessageParams = {
      ...sampleParams("appointmentMovedToClient", locale),
      professionalName: long(120),
      clientName: long(120),
      serviceName: long(120),
      placeDetail: long(500),
      reason: long(500),
      text: long(4000),
      amount: long(40),
      zone: "America/Argentina/Buenos_Aires",
      url: `https://odys.test/m/${long(200)}`,
    };
    const words = { opening: long(160), closing: long(160) };
    const { text, buttons } = renderWhatsApp(template, locale, params, words);
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).toContain(params.url);
    expect(buttons.length).toBeLessThanOrEqual(3);
    for (const { title } of buttons) expect(title.length).toBeLessThanOrEqual(20);
  });

  it("a practice's own words stand around what has to be said, on both channels", () => {
    const words = { opening: "Que bom ter você aqui.", closing: "Traga um caderno." };
    const { text } = renderWhatsApp("bookingConfirmed", locale, plain(locale), words);
    const mail = renderMail("bookingConfirmed", locale, plain(locale), words);
    for (const said of [text, mail.text]) {
      const required = said.search(/espera por você|is expecting you/);
      expect(said.indexOf(words.opening)).toBeGreaterThan(0);
      expect(said.indexOf(words.opening)).toBeLessThan(required);
      expect(said.indexOf(words.closing)).toBeGreaterThan(required);
    }
  });

  it("reminders can be answered with a tap, or with a number where nothing can be tapped", () => {
    for (const template of TEMPLATES) {
      const { buttons, text } = renderWhatsApp(template, locale, plain(locale));
      const { appointmentId } = plain(locale);
      const ids = ["confirm", "reschedule", "cancel"].map((verb) => `${verb}:${appointmentId}`);
      expect(buttons.map(({ id }) => id)).toEqual(isReminder(template) ? ids : []);
      for (const digit of ["*1*", "*2*", "*3*"])
        expect(text.includes(digit)).toBe(isReminder(template));
    }
  });
});

it("says hello by a name that is one, and by none that advertises", () => {
  const hello = (clientName: string) =>
    renderWhatsApp("bookingConfirmed", "pt-BR", { ...plain("pt-BR"), clientName })
      .text.split("\n")
      .at(2);
  expect(hello("Bia Lima")).toBe("Oi, Bia!");
  expect(hello("Dr. João")).toBe("Oi, Dr. João!");
  for (const advert of ["ganhe.com", "a@b.example", "Ligue (11) 98765-4321", "x".repeat(61)])
    expect(hello(advert)).toBe("Oi!");
});

it("a link that is no web address is refused", () => {
  for (const url of [
    "javascript:alert(1)",
    "https://odys.test/a b",
    `https://x/${"y".repeat(300)}`,
  ])
    expect(() => renderWhatsApp("bookingConfirmed", "en", { ...plain("en"), url })).toThrow(
      TypeError,
    );
});

it("what a message needs is asked for by its type", () => {
  type Less<K extends keyof MessageParams> = Omit<MessageParams, K>;
  expectTypeOf<Less<"amount">>().not.toExtend<MessageParams<"paymentConfirmedToClient">>();
  expectTypeOf<Less<"appointmentId">>().not.toExtend<MessageParams<"reminder24h">>();
  expectTypeOf<Less<"text">>().not.toExtend<
    MessageParams<"bookingConfirmed" | "newMessageToPro">
  >();
  expectTypeOf<Less<"text" | "amount">>().toExtend<MessageParams<"bookingConfirmed">>();
});

/** How much of a text WhatsApp would format, and how many addresses it has. */
function marksOf(text: string) {
  const url = "https://odys.test/m/a_b-c_d";
  const without = text.replace(url, "");
  return [
    without.length < text.length,
    ...["*", "_", "~", "`"].map((character) => without.split(character).length),
  ];
}

/** What shapes a message besides words. */
function pick({ pending, url }: { pending: boolean; url: string }) {
  return { pending, url };
}
