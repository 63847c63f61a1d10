import { createHmac, timingSafeEqual } from "node:crypto";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Receipt } from "@odys/shared/messaging/delivery";
import { phoneOfWhatsApp } from "@odys/shared/messaging/whatsapp-number";
import type { ReceiveInput } from "@odys/shared/messaging/whatsapp-schema";
import type { Logger } from "pino";
import * as z from "zod";
import type { WebhookVerifier } from "../../kernel/ports.ts";
import { sameSecret } from "../../kernel/secrets.ts";
import { meaningOf } from "./cloud-errors.ts";
import { clean, createCollector, instantOf, readJson } from "./updates.ts";

/** What Meta sends at most in one call. */
const MAX_BYTES = 3 * 1_048_576;

const text = z.string();
const status = z.object({
  id: text,
  status: text,
  timestamp: z.union([text, z.number()]).optional(),
  biz_opaque_callback_data: text.optional(),
  errors: z.array(z.object({ code: z.number() })).optional(),
});
const caption = z.object({ caption: text.optional() }).optional();
const choice = z.object({ id: text, title: text }).optional();
const message = z.object({
  id: text,
  type: text,
  timestamp: z.union([text, z.number()]).optional(),
  /** Left out for somebody who shows a name instead of a number. */
  from: text.optional(),
  from_user_id: text.optional(),
  group_id: text.optional(),
  text: z.object({ body: text }).optional(),
  button: z.object({ payload: text.optional(), text: text.optional() }).optional(),
  interactive: z.object({ button_reply: choice, list_reply: choice }).optional(),
  image: caption,
  video: caption,
  document: caption,
  context: z.object({ id: text.optional() }).optional(),
});
const contact = z.object({
  wa_id: text.optional(),
  user_id: text.optional(),
  profile: z.object({ name: text.optional() }).optional(),
});
const value = z.object({
  metadata: z.object({ phone_number_id: text }),
  // One by one, below: a single one of a kind that is new must not cost the rest.
  statuses: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  contacts: z.array(z.unknown()).optional(),
});
const call = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ field: text, value: z.unknown() })) })),
});

/** What counts as somebody's message; reactions, edits and changes of numbers are none. */
const SAID = new Set([
  "text",
  "button",
  "interactive",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "sticker",
  "location",
  "contacts",
  "order",
  "unsupported",
]);
const RECEIPTS: Record<string, Receipt> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};

type Options = { appSecret: string; verifyToken: string; phoneNumberId: string; log: Logger };

/**
 * Webhooks of the WhatsApp Cloud API: signed with the app's secret over the raw bytes, up to 1,000
 * updates in a call, told again for days until they are answered, in no order.
 */
export function createCloudWebhook(options: Options): WebhookVerifier {
  const { appSecret, verifyToken, phoneNumberId, log } = options;
  return {
    provider: "whatsapp",
    maxBytes: MAX_BYTES,
    handshake(query) {
      const known = sameSecret(query.get("hub.verify_token"), verifyToken);
      return known && query.get("hub.mode") === "subscribe" ? query.get("hub.challenge") : null;
    },
    async verify({ headers, body, now }) {
      if (!isSigned(headers.get("x-hub-signature-256"), body, appSecret)) return null;
      const told = call.safeParse(readJson(body));
      if (!told.success) throw new DomainError("VALIDATION_ERROR");
      return updatesOf(told.data, { phoneNumberId, log, now });
    },
  };
}

function isSigned(header: string | null, body: Uint8Array, secret: string): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header ?? "")?.[1];
  const expected = createHmac("sha256", secret).update(body).digest();
  return hex !== undefined && timingSafeEqual(Buffer.from(hex, "hex"), expected);
}

type Collector = ReturnType<typeof createCollector>;

function updatesOf(
  { entry }: z.infer<typeof call>,
  { phoneNumberId, log, now }: { phoneNumberId: string; log: Logger; now: number },
): ReceiveInput {
  const collector = createCollector();
  for (const { field, value: raw } of entry.flatMap(({ changes }) => changes)) {
    const said = value.safeParse(raw).data;
    if (field !== "messages" || !said) collector.skip(`field ${field.slice(0, 40)}`);
    // An app may have several numbers; what is told of the others is not for us.
    else if (said.metadata.phone_number_id !== phoneNumberId) collector.skip("another number");
    else {
      for (const one of said.statuses ?? []) addStatus(collector, one, now);
      const people = (said.contacts ?? []).flatMap((one) => contact.safeParse(one).data ?? []);
      for (const one of said.messages ?? []) addMessage(collector, one, people, now);
    }
  }
  return collector.finish(log, "whatsapp");
}

function addStatus(collector: Collector, raw: unknown, now: number): void {
  const told = status.safeParse(raw).data;
  const receipt = told && RECEIPTS[told.status];
  if (!told || !receipt) return collector.skip(`status ${told?.status.slice(0, 40) ?? "broken"}`);
  const code = told.errors?.[0]?.code;
  const failed = receipt === "failed";
  const id = clean(told.id, 300);
  collector.add(`${id}:${receipt}`, {
    type: "receipt",
    providerMessageId: id,
    key: clean(told.biz_opaque_callback_data, 300) || null,
    receipt,
    reason: failed ? (code === undefined ? "refused" : meaningOf(code).reason) : null,
    at: instantOf(told.timestamp, now),
  });
}

function addMessage(
  collector: Collector,
  raw: unknown,
  people: readonly z.infer<typeof contact>[],
  now: number,
): void {
  const told = message.safeParse(raw).data;
  if (!told) return collector.skip("message broken");
  if (!SAID.has(told.type) || told.group_id !== undefined)
    return collector.skip(`message ${told.type.slice(0, 40)}`);
  const { from, from_user_id: userId, button, interactive } = told;
  const person = people.find(
    (one) => (userId && one.user_id === userId) || (from && one.wa_id === from),
  );
  const chosen = interactive?.button_reply ?? interactive?.list_reply;
  const words =
    told.text?.body ??
    button?.text ??
    chosen?.title ??
    told.image?.caption ??
    told.video?.caption ??
    told.document?.caption;
  const id = clean(told.id, 300);
  collector.add(id, {
    type: "message",
    providerMessageId: id,
    from: {
      phone: from === undefined ? null : phoneOfWhatsApp(from),
      // The id that stays the same, whatever number somebody has or shows.
      whatsAppId: clean(userId ?? person?.user_id ?? from, 200),
    },
    name: clean(person?.profile?.name, 200) || null,
    text: clean(words, 70_000),
    buttonId: clean(button?.payload ?? chosen?.id, 300) || null,
    replyTo: clean(told.context?.id, 300) || null,
    at: instantOf(told.timestamp, now),
  });
}
