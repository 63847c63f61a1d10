import { createHash } from "node:crypto";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Receipt } from "@odys/shared/messaging/delivery";
import { phoneOfWhatsApp } from "@odys/shared/messaging/whatsapp-number";
import type { WhatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import type { Logger } from "pino";
import * as z from "zod";
import type { WebhookVerifier } from "../../kernel/ports.ts";
import { sameSecret } from "../../kernel/secrets.ts";
import { clean, createCollector, instantOf, readJson } from "./updates.ts";

/** Our header: Evolution signs nothing, but adds to each webhook the headers that it was given for it. */
const SECRET_HEADER = "x-odys-secret";

const text = z.string();
const key = z.object({
  id: text,
  fromMe: z.boolean().optional(),
  remoteJid: text.optional(),
  /** The number of somebody whose chat goes by a hidden id (`…@lid`); its name changed with versions. */
  remoteJidAlt: text.optional(),
  senderPn: text.optional(),
});
const captioned = z.object({ caption: text.nullish() }).nullish();
const upsert = z.object({
  key,
  pushName: text.nullish(),
  messageTimestamp: z.union([z.number(), text]).optional(),
  contextInfo: z.object({ stanzaId: text.nullish() }).nullish(),
  message: z
    .object({
      conversation: text.nullish(),
      extendedTextMessage: z.object({ text: text.nullish() }).nullish(),
      imageMessage: captioned,
      videoMessage: captioned,
      documentMessage: captioned,
      buttonsResponseMessage: z
        .object({ selectedButtonId: text.nullish(), selectedDisplayText: text.nullish() })
        .nullish(),
      reactionMessage: z.unknown().optional(),
      protocolMessage: z.unknown().optional(),
    })
    .nullish(),
});
const update = z.object({
  keyId: text.optional(),
  key: key.optional(),
  fromMe: z.boolean().optional(),
  status: text,
});
const connection = z.object({ state: text, statusReason: z.number().nullish() });
const call = z.object({ event: text, instance: text, data: z.unknown() });

const RECEIPTS: Record<string, Receipt> = {
  PENDING: "accepted",
  SERVER_ACK: "sent",
  DELIVERY_ACK: "delivered",
  READ: "read",
  PLAYED: "read",
  ERROR: "failed",
};
const STATES: Record<string, "open" | "connecting" | "closed"> = {
  open: "open",
  connecting: "connecting",
  close: "closed",
  refused: "closed",
};
/** Baileys' reasons after which only somebody with the phone can link it again. */
const UNLINKED = new Set([401, 403]);

type Options = { secret: string; instance: string; log: Logger };
type Collector = ReturnType<typeof createCollector>;

/**
 * Webhooks of Evolution API v2, vouched for by a header of ours. Its own times carry no zone, so a
 * receipt is of the moment in which we hear of it. The key that comes in the body is not kept.
 */
export function createEvolutionWebhook({ secret, instance, log }: Options): WebhookVerifier {
  return {
    provider: "evolution",
    async verify({ headers, body, now }) {
      if (!sameSecret(headers.get(SECRET_HEADER), secret)) return null;
      const told = call.safeParse(readJson(body));
      if (!told.success) throw new DomainError("VALIDATION_ERROR");
      const { event, data } = told.data;
      const collector = createCollector();
      const all = Array.isArray(data) ? (data as unknown[]) : [data];
      // `messages.upsert` and `MESSAGES_UPSERT` are the same: it depends on how it was set up.
      const kind = event.toLowerCase().replaceAll("_", ".");
      if (told.data.instance !== instance) collector.skip("another instance");
      else if (kind === "messages.upsert") for (const one of all) addMessage(collector, one, now);
      else if (kind === "messages.update") for (const one of all) addReceipt(collector, one, now);
      else if (kind === "connection.update") addConnection(collector, data, body, now);
      else collector.skip(`event ${kind.slice(0, 40)}`);
      return collector.finish(log, "evolution");
    },
  };
}

function addReceipt(collector: Collector, raw: unknown, now: number): void {
  const told = update.safeParse(raw).data;
  const id = clean(told?.keyId ?? told?.key?.id, 300);
  const receipt = told && RECEIPTS[told.status];
  if (!receipt) return collector.skip(`status ${told?.status.slice(0, 40) ?? "broken"}`);
  // Of what others wrote, their own reading is told as well.
  if ((told.fromMe ?? told.key?.fromMe) === false) return collector.skip("status of another's");
  collector.add(`${id}:${receipt}`, {
    type: "receipt",
    providerMessageId: id,
    key: null,
    receipt,
    reason: receipt === "failed" ? "refused" : null,
    at: new Date(now).toISOString(),
  });
}

function addMessage(collector: Collector, raw: unknown, now: number): void {
  const told = upsert.safeParse(raw).data;
  if (!told) return collector.skip("message broken");
  const { message, contextInfo } = told;
  if (told.key.fromMe) return collector.skip("message of ours");
  const jid = told.key.remoteJid ?? "";
  if (!/@(s\.whatsapp\.net|lid)$/.test(jid)) return collector.skip("message of a group");
  if (!message || message.reactionMessage || message.protocolMessage)
    return collector.skip("message without content");
  const numbered = [jid, told.key.remoteJidAlt, told.key.senderPn].find((one) =>
    one?.endsWith("@s.whatsapp.net"),
  );
  const tapped = message.buttonsResponseMessage;
  const words =
    message.conversation ??
    message.extendedTextMessage?.text ??
    tapped?.selectedDisplayText ??
    message.imageMessage?.caption ??
    message.videoMessage?.caption ??
    message.documentMessage?.caption;
  const id = clean(told.key.id, 300);
  collector.add(id, {
    type: "message",
    providerMessageId: id,
    from: {
      // A device of theirs stands after a colon.
      phone: phoneOfWhatsApp(numbered?.split("@")[0]?.split(":")[0] ?? ""),
      whatsAppId: clean(jid, 200),
    },
    name: clean(told.pushName ?? undefined, 200) || null,
    text: clean(words ?? undefined, 70_000),
    buttonId: clean(tapped?.selectedButtonId ?? undefined, 300) || null,
    replyTo: clean(contextInfo?.stanzaId ?? undefined, 300) || null,
    at: instantOf(told.messageTimestamp, now),
  });
}

/** It has no id: the same words told again are the same event. */
function addConnection(collector: Collector, raw: unknown, body: Uint8Array, now: number): void {
  const told = connection.safeParse(raw).data;
  const state = told && STATES[told.state];
  if (!state) return collector.skip(`connection ${told?.state.slice(0, 40) ?? "broken"}`);
  const unlinked = state === "closed" && UNLINKED.has(told.statusReason ?? 0);
  const heard: WhatsAppUpdate = {
    type: "connection",
    state: unlinked ? "logged_out" : state,
    at: new Date(now).toISOString(),
  };
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
  collector.add(`connection:${hash}`, heard);
}
