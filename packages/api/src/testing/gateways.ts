import type { AuthGateway } from "../gateways/auth/port.ts";
import type { Mail, MailGateway } from "../gateways/mail/port.ts";
import type { WhatsAppGateway, WhatsAppMessage } from "../gateways/whatsapp/port.ts";
import type { QueueDesk } from "../kernel/ports.ts";

/** A mail gateway that keeps what it was given. */
export function testMail(): MailGateway & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    driver: "local",
    deduplicates: false,
    sent,
    async send(mail) {
      sent.push(mail);
      return { outcome: "accepted", providerMessageId: `${mail.dedupeKey} ${sent.length}` };
    },
  };
}

/** A WhatsApp that keeps what it was given, and takes all of it. */
export function testWhatsApp(): WhatsAppGateway & { sent: WhatsAppMessage[] } {
  const sent: WhatsAppMessage[] = [];
  return {
    driver: "local",
    deduplicates: false,
    sent,
    async send(message) {
      sent.push(message);
      return { outcome: "accepted", providerMessageId: `${message.key} ${sent.length}` };
    },
    connection: async () => ({ state: "open", detail: "test" }),
    restart: async () => ({ ok: true, detail: "test" }),
    connect: async () => ({ ok: true, detail: "test" }),
  };
}

/** A queue in which nothing stands; tests of the queue open a real one. */
export const emptyQueue: QueueDesk = {
  figures: async () => [],
  jobs: async () => [],
  replay: async () => false,
  replayDead: async () => 0,
};

/** For tests that say themselves who is calling: there is nobody to ask and nothing to sign in to. */
const unused = (): never => {
  throw new Error("this test has no auth gateway; give createTestApp one");
};
export const testAuth: AuthGateway = {
  driver: "local",
  register: unused,
  verifyEmail: unused,
  resendVerification: unused,
  signIn: unused,
  signOut: unused,
  requestPasswordReset: unused,
  resetPassword: unused,
  exchangeCode: unused,
  resolve: async () => null,
  confirm: async () => {},
  listDevices: unused,
  revokeDevice: unused,
  revokeOtherDevices: unused,
  endSessions: unused,
};
