import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant, line, pageOf, prose } from "../kernel/wire.ts";
import { AUTHORS, CONSENT_SOURCES, MESSAGE_KINDS, MESSAGE_WAYS } from "./conversation.ts";
import { AUDIENCES, CHANNELS, DELIVERY_REASONS, DELIVERY_STATES } from "./delivery.ts";
import { REACHES } from "./reach.ts";

/** Longest text of one message, in characters as JavaScript counts them. */
export const MAX_MESSAGE_LENGTH = 4_000;

/** On which side of a conversation somebody stands: people with a practice are clients of others. */
const side = z.enum(AUDIENCES);

/** What became of the message that told the client of it outside the app. */
const messageDelivery = z.object({
  channel: z.enum(CHANNELS).nullable(),
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
});

const messageFile = z.object({
  url: z.string(),
  name: z.string(),
  contentType: z.string(),
  /** Bytes. */
  size: z.int(),
});

export const conversationMessage = z.object({
  id,
  author: z.enum(AUTHORS),
  kind: z.enum(MESSAGE_KINDS),
  text: z.string(),
  /** Null for one that is no file, or whose file is gone. */
  file: messageFile.nullable(),
  way: z.enum(MESSAGE_WAYS),
  createdAt: instant,
  /** When the other side read it in the app. */
  readAt: instant.nullable(),
  /** Only the professional is told. */
  delivery: messageDelivery.nullable(),
});
export type ConversationMessage = z.infer<typeof conversationMessage>;

/** With whom the reader talks. */
const partner = {
  /** The client's row at the practice: it names the conversation for both. */
  clientId: id,
  /** The client's name for the professional, the professional's for the client. */
  name: z.string(),
  pictureUrl: z.string().nullable(),
  /** The practice's public address, for its client. */
  slug: z.string().nullable(),
};

export const conversationSummary = z.object({
  ...partner,
  /** Null where nothing was written yet; only clients see such. */
  lastMessageAt: instant.nullable(),
  /** The beginning of it. */
  last: conversationMessage
    .pick({ author: true, kind: true, text: true })
    .extend({ fileName: z.string().nullable() })
    .nullable(),
  unread: z.int().min(0),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const listConversationsInput = z.strictObject({
  side,
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListConversationsInput = z.infer<typeof listConversationsInput>;
export const listConversationsOutput = pageOf(conversationSummary);
export type ConversationPage = z.infer<typeof listConversationsOutput>;

/** What a client said about being written to on a channel. */
export const consent = z.object({
  channel: z.enum(CHANNELS),
  granted: z.boolean(),
  source: z.enum(CONSENT_SOURCES),
  at: instant,
});
export type Consent = z.infer<typeof consent>;

export const getConversationInput = z.strictObject({
  clientId: id,
  /** The id of the oldest message that was seen. */
  cursor: id.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type GetConversationInput = z.infer<typeof getConversationInput>;
export const conversation = z.object({
  ...partner,
  side,
  /** The practice's zone, in which its days are. */
  zone: z.string(),
  /** Whether the practice's plan has messages; without, what is there is still read. */
  open: z.boolean(),
  /** How the reader's next message reaches the other one. */
  reach: z.enum(REACHES),
  /** The last word on WhatsApp, for the professional. */
  consent: consent.nullable(),
  unread: z.int().min(0),
  /** Newest first. */
  items: z.array(conversationMessage),
  nextCursor: z.string().nullable(),
});
export type Conversation = z.infer<typeof conversation>;

/** A text, or a file that was sent to the upload door before. */
export const sendMessageInput = z
  .strictObject({
    clientId: id,
    text: prose(MAX_MESSAGE_LENGTH).pipe(z.string().min(1)).optional(),
    file: z.strictObject({ id, name: line(120) }).optional(),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    message: "content",
    path: ["text"],
  });
export type SendMessageInput = z.infer<typeof sendMessageInput>;

export const markConversationReadInput = z.strictObject({
  clientId: id,
  /** The newest message that was seen; whatever came after it stays unread. */
  upTo: id.optional(),
});
export type MarkConversationReadInput = z.infer<typeof markConversationReadInput>;

export const countUnreadMessagesInput = z.strictObject({ side });
export type CountUnreadMessagesInput = z.infer<typeof countUnreadMessagesInput>;

/** `lastEventId` comes from the browser, after its connection was lost. */
export const onMessageInput = z.strictObject({ lastEventId: z.string().max(80).nullish() });
export type OnMessageInput = z.infer<typeof onMessageInput>;
/** That something changed, and nothing of what. */
export const onMessageOutput = z.object({});

export const getConsentInput = z.strictObject({ clientId: id });
export const getConsentOutput = z.object({ items: z.array(consent) });
export type Consents = z.infer<typeof getConsentOutput>;
export const setConsentInput = z.strictObject({
  clientId: id,
  channel: z.enum(CHANNELS),
  granted: z.boolean(),
});
export type SetConsentInput = z.infer<typeof setConsentInput>;
