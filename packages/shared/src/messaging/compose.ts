import type { Locale } from "../kernel/wire.ts";
import { oneLine } from "./plain.ts";
import { LABELS } from "./words/labels.ts";

/** What a mail says, before it has a form. Nothing in it is HTML. */
export type Letter = {
  subject: string;
  /** In whose name Odys writes, or null when it writes for itself. */
  onBehalfOf: string | null;
  heading: string;
  paragraphs: readonly string[];
  /** Label and value; a value that is empty is left out. */
  facts?: readonly (readonly [string, string])[];
  action?: { label: string; url: string };
  /** Why the reader gets it. */
  why: string;
};

export type ComposedMail = { subject: string; text: string; html: string };

const LINK_HINT: Record<Locale, string> = {
  "pt-BR": "Se o botão não abrir, copie este endereço:",
  en: "If the button does not open, copy this address:",
};

// Mail knows no stylesheet: these are the light values of the app's tokens.
const INK = "#1c211e";
const SOFT = "#535a54";
const LINE = "#e2dccf";
const PAPER = "#f8f5ef";
const SURFACE = "#fffdf9";
const ACTION = "#0d5158";

/**
 * Gives a letter its form: plain text and HTML, visibly framed as a message of the system. Every
 * word is escaped here, and only here. Throws TypeError when the action's address is not http(s).
 */
export function composeMail(locale: Locale, letter: Letter): ComposedMail {
  const words = LABELS[locale];
  const frame = letter.onBehalfOf === null ? words.own : words.behalf(letter.onBehalfOf);
  const facts = (letter.facts ?? []).filter(([, value]) => value !== "");
  const { action } = letter;
  if (action && !/^https?:$/.test(new URL(action.url).protocol))
    throw new TypeError("a link in a mail is http or https");
  const text = [
    `[${frame}]`,
    letter.heading,
    ...letter.paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    action ? `${action.label}:\n${action.url}` : "",
    `--\n${letter.why}`,
  ];
  return {
    subject: oneLine(letter.subject),
    text: text.filter((block) => block !== "").join("\n\n"),
    html: page(locale, frame, letter, facts, LINK_HINT[locale]),
  };
}

function page(
  locale: Locale,
  frame: string,
  { heading, paragraphs, action, why }: Letter,
  facts: readonly (readonly [string, string])[],
  linkHint: string,
): string {
  const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
  const small = `font-size:13px;line-height:20px;color:${SOFT}`;
  const rows = facts
    .map(
      ([label, value]) =>
        `<tr><td style="padding:6px 16px 6px 0;${small};vertical-align:top">${escapeHtml(label)}</td><td style="padding:6px 0;font-size:15px;line-height:20px;font-weight:600">${escapeHtml(value)}</td></tr>`,
    )
    .join("");
  const table = rows
    ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-top:1px solid ${LINE};border-bottom:1px solid ${LINE};width:100%">${rows}</table>`
    : "";
  const button = action
    ? `<p style="margin:0 0 16px"><a href="${escapeHtml(action.url)}" style="display:inline-block;background:${ACTION};color:${SURFACE};text-decoration:none;font-weight:600;font-size:16px;line-height:20px;padding:14px 22px;border-radius:10px">${escapeHtml(action.label)}</a></p><p style="margin:0 0 20px;${small};word-break:break-all">${escapeHtml(linkHint)}<br>${escapeHtml(action.url)}</p>`
    : "";
  const prose = paragraphs
    .map(
      (text) =>
        `<p style="margin:0 0 16px;font-size:16px;line-height:25px">${escapeHtml(text)}</p>`,
    )
    .join("");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(heading)}</title></head><body style="margin:0;background:${PAPER};color:${INK};${font}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:${SURFACE};border:1px solid ${LINE};border-radius:14px"><tr><td style="padding:14px 24px;background:${ACTION};color:${SURFACE};font-size:13px;line-height:20px;border-radius:13px 13px 0 0">${escapeHtml(frame)}</td></tr><tr><td style="padding:24px"><h1 style="margin:0 0 16px;font-size:22px;line-height:29px">${escapeHtml(heading)}</h1>${prose}${table}${button}<p style="margin:0;padding-top:16px;border-top:1px solid ${LINE};${small}">${escapeHtml(why)}</p></td></tr></table></td></tr></table></body></html>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
