import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import * as z from "zod";
import type { Sent } from "../sent.ts";
import { unsubscribeHeaders } from "./headers.ts";
import type { Mail, MailGateway } from "./port.ts";

export type SmtpOptions = {
  /** `smtp://user:password@host:587`, or `smtps:`. */
  url: string;
  /** `Odys <no-reply@odys.app>` */
  from: string;
  /** How long to wait for a connection, for the greeting and for each answer. */
  timeoutMs?: number;
};

/** The fields of nodemailer's errors by which they are told apart. */
const failure = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  responseCode: z.number().optional(),
  timeoutType: z.string().optional(),
});

/** Nobody has been given a letter by the time these happen. */
const BEFORE_THE_LETTER = new Set(["EDNS", "ETLS", "EAUTH", "EENVELOPE", "EREQUIRETLS"]);
const NO_CONNECTION = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH"]);
const NO_GREETING = new Set(["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"]);

/**
 * Mail through any SMTP server. A server takes what it is given twice, so a lost answer stays
 * unknown; mails of one key have one Message-ID, by which mail programs show them once.
 */
export function createSmtpMail({ url, from, timeoutMs = 20_000 }: SmtpOptions): MailGateway {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Letters are texts: nothing in them is a path or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
  return {
    driver: "smtp",
    deduplicates: false,
    async send(mail) {
      const hash = createHash("sha256").update(mail.dedupeKey).digest("hex").slice(0, 40);
      try {
        const { messageId } = await transport.sendMail({
          from,
          ...letterOf(mail),
          messageId: `<${hash}@${domain}>`,
        });
        return { outcome: "accepted", providerMessageId: messageId };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

function letterOf(mail: Mail) {
  const { to, subject, text, html, attachments = [] } = mail;
  return {
    // As an object: an address that holds a comma is not two.
    to: { name: "", address: to },
    subject,
    text,
    html,
    headers: unsubscribeHeaders(mail),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
  };
}

function failureOf(error: unknown): Sent {
  const { code = "failed", originalCode, responseCode, timeoutType } = failure.parse(error);
  // Codes only: a server's words name the address, and sometimes the user.
  const detail = [code, originalCode, responseCode].filter(Boolean).join(" ");
  const refused = (reason: Extract<Sent, { outcome: "refused" }>["reason"]): Sent => ({
    outcome: "refused",
    reason,
    detail,
  });
  if (code === "EAUTH") return refused("account_stopped");
  if (responseCode !== undefined) {
    if (responseCode === 421 || responseCode === 450 || responseCode === 451)
      return refused("slow_down"); // later, and greylisting is the same
    return refused(responseCode < 500 ? "provider_down" : "refused");
  }
  const never =
    BEFORE_THE_LETTER.has(code) ||
    NO_CONNECTION.has(originalCode ?? "") ||
    NO_GREETING.has(timeoutType ?? "");
  if (code === "EENVELOPE") return refused("refused");
  return never ? refused("provider_down") : { outcome: "unknown", detail };
}
