import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { email, instant, pageOf } from "../kernel/wire.ts";
import { LOCAL_CHANNELS, LOCAL_RECEIPTS } from "./delivery.ts";
import { NOTIFICATION_TYPES } from "./notifications.ts";

/**
 * One thing that a user is told. The sentence is made where it is read, from `type` and `params`:
 * `audience` (professional | client), `professionalName`, `clientName`, `serviceName`, `startsAt`
 * (ISO UTC), `zone`, `appointmentId`; of `plan_limit_reached` only `audience` and `day`.
 */
export const notification = z.object({
  id,
  type: z.enum(NOTIFICATION_TYPES),
  params: z.record(z.string(), z.string()),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type NotificationDto = z.infer<typeof notification>;

const newestFirst = {
  /** The id of the last item that was seen. */
  cursor: id.optional(),
  limit: z.int().min(1).max(100).default(30),
};

export const listNotificationsInput = z.strictObject({
  ...newestFirst,
  unreadOnly: z.boolean().default(false),
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;
export const listNotificationsOutput = pageOf(notification);
export type NotificationPage = z.infer<typeof listNotificationsOutput>;

export const countUnreadInput = z.strictObject({});
export const markAllReadInput = z.strictObject({});
export const count = z.object({ count: z.int().min(0) });
export type Count = z.infer<typeof count>;

export const markReadInput = z.strictObject({ id });
export type MarkReadInput = z.infer<typeof markReadInput>;

/** A file that travels with a mail. `content` is text. */
const mailAttachment = z.object({
  filename: z.string(),
  contentType: z.string(),
  content: z.string(),
});
export type MailAttachment = z.infer<typeof mailAttachment>;

const messageButton = z.object({ id: z.string(), title: z.string() });

/** What the local driver has sent, as the mailbox page shows it. */
const localMessage = z.object({
  id,
  channel: z.enum(LOCAL_CHANNELS),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(mailAttachment),
  buttons: z.array(messageButton),
  receipt: z.enum(LOCAL_RECEIPTS),
  createdAt: instant,
});
export const listLocalMessagesInput = z.strictObject({
  ...newestFirst,
  recipient: email.optional(),
  channel: z.enum(LOCAL_CHANNELS).optional(),
});
export type ListLocalMessagesInput = z.infer<typeof listLocalMessagesInput>;
export const listLocalMessagesOutput = pageOf(localMessage);
export type LocalMessagePage = z.infer<typeof listLocalMessagesOutput>;
