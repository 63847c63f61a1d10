import * as z from "zod";
import { ask, type Asked, wordsOf } from "../ask.ts";
import type { Sent } from "../sent.ts";
import type { WhatsAppConnection, WhatsAppGateway } from "./port.ts";

export type EvolutionOptions = {
  url: string;
  apiKey: string;
  instance: string;
  timeoutMs?: number;
};

/** Baileys' code for a phone that has unlinked us: only a person with the phone can help. */
const LOGGED_OUT = 401;

const taken = z.object({ key: z.object({ id: z.string().min(1) }) });
const refusal = z.object({
  response: z.object({ message: z.array(z.object({ exists: z.boolean() })).min(1) }),
});
/** Words of its errors; they are no contract, and what is not understood is a plain refusal. */
const complaint = z.object({ response: z.object({ message: z.array(z.string()).min(1) }) });
const stateAnswer = z.object({ instance: z.object({ state: z.string().optional() }) });
const instances = z.array(z.object({ disconnectionReasonCode: z.number().nullish() })).min(1);
const troubled = z.object({ error: z.literal(true), message: z.unknown().optional() });
const qr = z.object({ code: z.string().min(1) });

/**
 * Evolution API v2, an unofficial WhatsApp Web: no templates, no buttons, no window. It answers 201
 * when it has put the message to the phone's connection, whatever becomes of it there.
 */
export function createEvolutionWhatsApp(options: EvolutionOptions): WhatsAppGateway {
  const { url, apiKey, instance, timeoutMs = 20_000 } = options;
  const base = url.replace(/\/+$/, "");
  const name = encodeURIComponent(instance);
  const call = (method: "GET" | "POST", path: string, body?: unknown) =>
    ask({ url: `${base}${path}`, method, headers: { apikey: apiKey }, body, timeoutMs });

  /** Their 200 may hold an error; the body has the last word. */
  const done = (asked: Asked) => {
    if (asked.came !== "answer") return { ok: false, detail: asked.detail };
    const trouble = troubled.safeParse(asked.body).data;
    if (trouble) return { ok: false, detail: wordsOf(trouble.message, [apiKey]) };
    return { ok: asked.status < 300, detail: `http ${asked.status}` };
  };

  return {
    driver: "evolution",
    deduplicates: false,
    // Nothing can be tapped there: the text itself says how to answer.
    async send({ to, text }) {
      const number = to.startsWith("+") ? to.slice(1) : to;
      return sentOf(await call("POST", `/message/sendText/${name}`, { number, text }));
    },
    async connection() {
      const asked = await call("GET", `/instance/connectionState/${name}`);
      const found = connectionOf(asked);
      if (found.state !== "closed") return found;
      // `close` is said of a line that broke and of a phone that unlinked us alike.
      const about = await call("GET", `/instance/fetchInstances?instanceName=${name}`);
      const why = about.came === "answer" && instances.safeParse(about.body).data?.[0];
      const gone = why && why.disconnectionReasonCode === LOGGED_OUT;
      return gone ? { state: "logged_out", detail: `reason ${LOGGED_OUT}` } : found;
    },
    restart: async () => done(await call("POST", `/instance/restart/${name}`)),
    async connect() {
      const asked = await call("GET", `/instance/connect/${name}`);
      const code = asked.came === "answer" ? qr.safeParse(asked.body).data?.code : undefined;
      return { ...done(asked), ...(code && { code }) };
    },
  };
}

function sentOf(asked: Asked): Sent {
  if (asked.came === "unsent")
    return { outcome: "refused", reason: "provider_down", detail: asked.detail };
  if (asked.came === "lost") return { outcome: "unknown", detail: asked.detail };
  const { status, body } = asked;
  const detail = `http ${status}`;
  if (status === 200 || status === 201) {
    const id = taken.safeParse(body).data?.key.id;
    if (id) return { outcome: "accepted", providerMessageId: id };
    return { outcome: "unknown", detail: `${detail} without an id` };
  }
  const exists = refusal.safeParse(body).data?.response.message[0]?.exists;
  if (status === 400 && exists === false)
    return { outcome: "refused", reason: "no_whatsapp", detail: "exists: false" };
  const said = complaint.safeParse(body).data?.response.message.join(" ") ?? "";
  if (/timed? ?out/i.test(said)) return { outcome: "unknown", detail: `${detail} timed out` };
  if (/connection closed|not connected|connection lost/i.test(said))
    return { outcome: "refused", reason: "provider_down", detail: `${detail} not connected` };
  if (status === 401 || status === 403)
    return { outcome: "refused", reason: "account_stopped", detail };
  if (status === 404) return { outcome: "refused", reason: "account_stopped", detail }; // no such instance
  if (status === 429) return { outcome: "refused", reason: "slow_down", detail };
  if (status === 503) return { outcome: "refused", reason: "provider_down", detail };
  // It sends first and writes down then: a 500 says nothing about the message.
  if (status >= 500) return { outcome: "unknown", detail };
  return { outcome: "refused", reason: "refused", detail };
}

function connectionOf(asked: Asked): WhatsAppConnection {
  if (asked.came !== "answer") return { state: "unreachable", detail: asked.detail };
  const said = stateAnswer.safeParse(asked.body).data?.instance.state;
  if (said === "open" || said === "connecting") return { state: said, detail: said };
  if (said === "close") return { state: "closed", detail: said };
  return { state: "unreachable", detail: `http ${asked.status}` };
}
