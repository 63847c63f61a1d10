import { createHmac } from "node:crypto";
import * as z from "zod";
import type { Received } from "../contract.ts";
import { type Call, type Reply, startProvider } from "./provider.ts";

const PHONE_NUMBER_ID = "106540352242922";
const APP_SECRET = "fake-app-secret-0123456789abcdef";

const text = z.strictObject({ type: z.literal("text"), text: z.string().min(1) });
const component = z.union([
  z.strictObject({ type: z.literal("body"), parameters: z.array(text).min(1) }),
  z.strictObject({
    type: z.literal("button"),
    sub_type: z.literal("quick_reply"),
    index: z.string().regex(/^[0-2]$/),
    parameters: z.tuple([
      z.strictObject({ type: z.literal("payload"), payload: z.string().max(256) }),
    ]),
  }),
]);
const reply = z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });
const envelope = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual"),
  to: z
    .string()
    .regex(/^[1-9]\d{6,14}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w+$/)
    .optional(),
  biz_opaque_callback_data: z.string().max(512),
};
/** What the documentation says that a message is. */
const outgoing = z.discriminatedUnion("type", [
  z.strictObject({
    ...envelope,
    type: z.literal("text"),
    text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean() }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal("interactive"),
    interactive: z.strictObject({
      type: z.literal("button"),
      body: z.strictObject({ text: z.string().min(1).max(1024) }),
      action: z.strictObject({
        buttons: z
          .array(z.strictObject({ type: z.literal("reply"), reply }))
          .min(1)
          .max(3),
      }),
    }),
  }),
  z.strictObject({
    ...envelope,
    type: z.literal("template"),
    template: z.strictObject({
      name: z.string(),
      language: z.strictObject({ code: z.enum(["pt_BR", "en"]) }),
      components: z.array(component),
    }),
  }),
]);
export type CloudMessage = z.infer<typeof outgoing>;

const error = (status: number, code: number, message: string): Reply => ({
  status,
  body: { error: { message, type: "OAuthException", code, fbtrace_id: "AbCdEf" } },
});

/** The WhatsApp Cloud API as it is documented, for tests: one number, one token, any templates. */
export async function startCloudFake(token = "fake-token-EAAB0123456789") {
  const sent: (CloudMessage & { id: string })[] = [];
  const state: { code: { http: number; code: number } | null } = { code: null };

  function answer({ method, path, headers, body }: Call): Reply {
    // As Graph does: it repeats the token that it did not like.
    if (headers.authorization !== `Bearer ${token}`)
      return error(401, 190, `Malformed access token ${headers.authorization?.slice(7)}`);
    if (state.code) return error(state.code.http, state.code.code, `(#${state.code.code}) refused`);
    if (method === "GET" && path === `/v25.0/${PHONE_NUMBER_ID}?fields=id`)
      return { status: 200, body: { id: PHONE_NUMBER_ID } };
    if (method !== "POST" || path !== `/v25.0/${PHONE_NUMBER_ID}/messages`)
      return error(400, 33, "Unsupported request");
    const parsed = outgoing.safeParse(body);
    if (!parsed.success) return error(400, 100, `(#100) ${z.prettifyError(parsed.error)}`);
    const id = `wamid.${Buffer.from(`fake ${sent.length + 1}`).toString("base64")}`;
    sent.push({ ...parsed.data, id });
    const input = parsed.data.to ?? parsed.data.recipient ?? "";
    return {
      status: 200,
      body: {
        messaging_product: "whatsapp",
        contacts: [{ input, wa_id: input }],
        messages: [{ id, message_status: "accepted" }],
      },
    };
  }

  const provider = await startProvider(answer);
  return {
    ...provider,
    url: `${provider.url}/v25.0`,
    token,
    phoneNumberId: PHONE_NUMBER_ID,
    appSecret: APP_SECRET,
    sent,
    state,
    received: async (): Promise<Received[]> => sent.map(readAs),
  };
}

function readAs(message: CloudMessage): Received {
  const to = message.to === undefined ? (message.recipient ?? "") : `+${message.to}`;
  if (message.type === "text") return { to, text: message.text.body, answers: [] };
  if (message.type === "interactive") {
    const { body, action } = message.interactive;
    return { to, text: body.text, answers: action.buttons.map(({ reply: { title } }) => title) };
  }
  return { to, text: message.template.name, answers: [] };
}

type Item = Record<string, unknown>;

/** A status of a message of ours, as it stands in `value.statuses[]`. */
export const cloudStatus = (id: string, status: string, more: Item = {}): Item => ({
  id,
  status,
  timestamp: "1795435200",
  recipient_id: "551112345678",
  recipient_user_id: "BR.1502576394655843",
  biz_opaque_callback_data: `key of ${id}`,
  ...more,
});

/** A webhook call of Meta's: its raw body. What somebody wrote comes with who they are. */
export function cloudWebhook(
  value: { statuses?: Item[]; messages?: Item[]; contacts?: Item[]; errors?: Item[] },
  phoneNumberId = PHONE_NUMBER_ID,
): string {
  const metadata = { display_phone_number: "15550783881", phone_number_id: phoneNumberId };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "102290129340398",
        changes: [
          { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } },
        ],
      },
    ],
  });
}

/** The header by which Meta vouches for a body. */
export function cloudSignature(
  body: string | Uint8Array,
  secret = APP_SECRET,
): Record<string, string> {
  const hex = createHmac("sha256", secret).update(body).digest("hex");
  return { "content-type": "application/json", "x-hub-signature-256": `sha256=${hex}` };
}
