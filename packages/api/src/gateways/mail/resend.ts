import * as z from "zod";
import { ask, type Asked } from "../ask.ts";
import type { Sent } from "../sent.ts";
import { unsubscribeHeaders } from "./headers.ts";
import type { Mail, MailGateway } from "./port.ts";

export type ResendOptions = {
  apiKey: string;
  /** `Odys <no-reply@odys.app>` */
  from: string;
  url?: string;
  timeoutMs?: number;
};

const accepted = z.object({ id: z.string().min(1) });
const failed = z.object({ name: z.string().max(60) });

/** Mail through Resend, which sends once for one key within 24 hours: a lost answer can be asked for again. */
export function createResendMail(options: ResendOptions): MailGateway {
  const { apiKey, from, url = "https://api.resend.com", timeoutMs = 15_000 } = options;
  return {
    driver: "resend",
    deduplicates: true,
    async send(mail) {
      const asked = await ask({
        url: `${url.replace(/\/+$/, "")}/emails`,
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}`, "idempotency-key": keyOf(mail) },
        body: letterOf(mail, from),
        timeoutMs,
      });
      return sentOf(asked, mail);
    },
  };
}

/** At most 256 characters of ASCII, as a header has to be. */
function keyOf({ dedupeKey }: Mail): string {
  return encodeURIComponent(dedupeKey).slice(0, 256);
}

function letterOf(mail: Mail, from: string) {
  const { to, subject, text, html, attachments = [] } = mail;
  return {
    from,
    to: [to],
    subject,
    text,
    html,
    headers: unsubscribeHeaders(mail),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      content: Buffer.from(content).toString("base64"),
      content_type: contentType,
    })),
  };
}

function sentOf(asked: Asked, mail: Mail): Sent {
  if (asked.came === "unsent")
    return { outcome: "refused", reason: "provider_down", detail: asked.detail };
  if (asked.came === "lost") return { outcome: "unknown", detail: asked.detail };
  const { status, body, retryAfterSeconds } = asked;
  const name = failed.safeParse(body).data?.name ?? "";
  const detail = `http ${status} ${name}`.trim();
  if (status >= 200 && status < 300) {
    const id = accepted.safeParse(body).data?.id;
    return id
      ? { outcome: "accepted", providerMessageId: id }
      : { outcome: "unknown", detail: `${detail} without an id` };
  }
  // The key was used for a mail that read differently: whatever it was told of has been sent.
  if (name === "invalid_idempotent_request")
    return { outcome: "accepted", providerMessageId: `key:${keyOf(mail)}` };
  const wait = (seconds: number): Sent => ({
    outcome: "refused",
    reason: "slow_down",
    detail,
    retryAfterSeconds: retryAfterSeconds ?? seconds,
  });
  if (name === "concurrent_idempotent_requests") return wait(5);
  if (status === 429) return wait(name.endsWith("quota_exceeded") ? 3600 : 2);
  if (status === 401 || status === 403)
    return { outcome: "refused", reason: "account_stopped", detail };
  if (status >= 500) return { outcome: "refused", reason: "provider_down", detail };
  return { outcome: "refused", reason: "refused", detail };
}
