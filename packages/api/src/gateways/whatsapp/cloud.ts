import * as z from "zod";
import { ask, type Asked } from "../ask.ts";
import type { Sent } from "../sent.ts";
import { meaningOf } from "./cloud-errors.ts";
import type { WhatsAppConnection, WhatsAppGateway, WhatsAppMessage } from "./port.ts";

export type CloudOptions = {
  token: string;
  phoneNumberId: string;
  /** With its version: `https://graph.facebook.com/v25.0`. */
  url: string;
  timeoutMs?: number;
};

/** What fits into a text, and into the text above buttons. */
const TEXT_MAX = 4096;
const BUTTON_TEXT_MAX = 1024;
const BUTTON_TITLE_MAX = 20;

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });
const failed = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().optional() }),
});

/**
 * Meta's WhatsApp Cloud API. A 200 means that it was accepted, not that it was delivered; the rest is
 * told by webhook. Nothing there makes two requests one message: a lost answer stays unknown.
 */
export function createCloudWhatsApp(options: CloudOptions): WhatsAppGateway {
  const { token, phoneNumberId, url, timeoutMs = 15_000 } = options;
  const at = `${url.replace(/\/+$/, "")}/${encodeURIComponent(phoneNumberId)}`;
  const headers = { authorization: `Bearer ${token}` };
  const nothingToDo = async () => ({ ok: true, detail: "no connection of ours to keep" });
  return {
    driver: "cloud",
    deduplicates: false,
    async send(message) {
      const content = contentOf(message);
      if (typeof content === "string") return NOT_ASKED[content];
      const body = {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        ...addresseeOf(message.to),
        ...content,
        biz_opaque_callback_data: message.key,
      };
      const method = "POST" as const;
      return sentOf(await ask({ url: `${at}/messages`, method, headers, body, timeoutMs }));
    },
    async connection() {
      const method = "GET" as const;
      return connectionOf(await ask({ url: `${at}?fields=id`, method, headers, timeoutMs }));
    },
    restart: nothingToDo,
    connect: nothingToDo,
  };
}

/** Digits of a number; whoever is known without one goes by the id that WhatsApp gave them for us. */
function addresseeOf(to: string): { to: string } | { recipient: string } {
  return /^\+\d+$/.test(to) ? { to: to.slice(1) } : { recipient: to };
}

type Content = Record<string, unknown>;

/** What Meta would refuse is not asked for. */
const NOT_ASKED = {
  outsideWindow: { outcome: "refused", reason: "outside_window", detail: "no template for it" },
  tooLong: { outcome: "refused", reason: "refused", detail: `longer than ${TEXT_MAX}` },
} as const satisfies Record<string, Sent>;

function contentOf(message: WhatsAppMessage): Content | keyof typeof NOT_ASKED {
  if (message.windowOpen) return freeFormOf(message);
  if (message.template) return templateOf(message.template, message.buttons);
  return "outsideWindow";
}

function freeFormOf({ text, buttons }: WhatsAppMessage): Content | keyof typeof NOT_ASKED {
  if (text.length > TEXT_MAX) return "tooLong";
  if (buttons.length === 0 || text.length > BUTTON_TEXT_MAX)
    return { type: "text", text: { body: text, preview_url: false } };
  return {
    type: "interactive",
    interactive: {
      type: "button",
      body: { text },
      action: {
        buttons: buttons.slice(0, 3).map(({ id, title }) => ({
          type: "reply",
          reply: { id, title: title.slice(0, BUTTON_TITLE_MAX) },
        })),
      },
    },
  };
}

function templateOf(
  { name, locale, params }: NonNullable<WhatsAppMessage["template"]>,
  buttons: WhatsAppMessage["buttons"],
): Content {
  const body = { type: "body", parameters: params.map((text) => parameterOf(text)) };
  const replies = buttons.slice(0, 3).map(({ id }, index) => ({
    type: "button",
    sub_type: "quick_reply",
    index: String(index),
    parameters: [{ type: "payload", payload: id }],
  }));
  const components = [...(params.length > 0 ? [body] : []), ...replies];
  const language = { code: locale === "pt-BR" ? "pt_BR" : locale };
  return { type: "template", template: { name, language, components } };
}

/** A parameter is one line, has no four spaces in a row and is never empty, or Meta refuses the message. */
function parameterOf(text: string) {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/ {4,}/g, "   ");
  return { type: "text", text: line.trim() === "" ? "–" : line };
}

function sentOf(asked: Asked): Sent {
  if (asked.came === "unsent")
    return { outcome: "refused", reason: "provider_down", detail: asked.detail };
  if (asked.came === "lost") return { outcome: "unknown", detail: asked.detail };
  const { status, body } = asked;
  if (status >= 200 && status < 300) {
    const id = accepted.safeParse(body).data?.messages[0]?.id;
    if (id) return { outcome: "accepted", providerMessageId: id };
    return { outcome: "unknown", detail: `${status} without an id` };
  }
  const error = failed.safeParse(body).data?.error;
  if (error) {
    // Its message is left out: of a token that is wrong it repeats the token.
    const detail = `code ${error.code}${error.error_subcode ? `/${error.error_subcode}` : ""}`;
    const { retryAfterSeconds, ...meaning } = meaningOf(error.code);
    const wait = asked.retryAfterSeconds ?? retryAfterSeconds;
    return { outcome: "refused", ...meaning, detail, ...(wait && { retryAfterSeconds: wait }) };
  }
  const detail = `http ${status}`;
  if (status === 401 || status === 403)
    return { outcome: "refused", reason: "account_stopped", detail };
  if (status === 429) return { outcome: "refused", reason: "slow_down", detail };
  if (status === 503) return { outcome: "refused", reason: "provider_down", detail };
  // A gateway in between gave up; what is behind it may have taken the message.
  if (status >= 500) return { outcome: "unknown", detail };
  return { outcome: "refused", reason: "refused", detail };
}

function connectionOf(asked: Asked): WhatsAppConnection {
  if (asked.came !== "answer") return { state: "unreachable", detail: asked.detail };
  const { status, body } = asked;
  if (status === 200) return { state: "open", detail: "" };
  const code = failed.safeParse(body).data?.error.code;
  const detail = code === undefined ? `http ${status}` : `code ${code}`;
  const stopped =
    status === 401 || (code !== undefined && meaningOf(code).reason === "account_stopped");
  return { state: stopped ? "logged_out" : "unreachable", detail };
}
