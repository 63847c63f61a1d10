import type { MailAttachment } from "@odys/shared/messaging/schema";

/** One mail. `dedupeKey` names the reason for it: drivers that can, send it once however often they are asked. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly MailAttachment[];
  dedupeKey: string;
};

/** Sends mail. Throws when it is not known to have been taken over, so that the job is tried again. */
export type MailGateway = {
  readonly driver: "local";
  send(mail: Mail): Promise<void>;
};
