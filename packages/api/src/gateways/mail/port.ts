import type { MailAttachment } from "@odys/shared/messaging/schema";
import type { Sent } from "../sent.ts";

/** One mail. `dedupeKey` names the reason for it: drivers that can, send it once however often they are asked. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailAttachment[];
  /** Where the reader unsubscribes, for mails that they may do without (RFC 2369, RFC 8058). */
  unsubscribeUrl?: string;
  dedupeKey: string;
};

/** Sends mail. Nothing here throws for what a provider may answer. */
export type MailGateway = {
  readonly driver: "local" | "smtp" | "resend";
  /** Whether two requests with one key are one mail: only then is a lost answer asked for again. */
  readonly deduplicates: boolean;
  send(mail: Mail): Promise<Sent>;
};
