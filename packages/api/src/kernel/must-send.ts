import type { Mail, MailGateway } from "../gateways/mail/port.ts";

/**
 * Sends a mail that stands in no ledger because of what is in it (links that sign people in). Throws
 * when the provider did not take it, so that the job is tried again.
 */
export async function mustSend(gateway: MailGateway, mail: Mail): Promise<void> {
  const sent = await gateway.send(mail);
  if (sent.outcome !== "accepted") throw new Error(`mail ${sent.outcome}: ${sent.detail}`);
}
