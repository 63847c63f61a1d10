import type { Db } from "@odys/db/client";
import { localMessages } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import type { Clock } from "../../kernel/ports.ts";
import type { WhatsAppGateway } from "./port.ts";

/** A WhatsApp of this machine: messages stay in the own database, and /dev/outbox plays the phone. */
export function createLocalWhatsApp({ db, clock }: { db: Db; clock: Clock }): WhatsAppGateway {
  return {
    driver: "local",
    deduplicates: true,
    async send({ to, key, text, buttons }) {
      const row = {
        id: newId(),
        channel: "whatsapp" as const,
        recipient: to,
        subject: "",
        text,
        html: "",
        buttons: [...buttons],
        dedupeKey: key,
        createdAt: new Date(clock.now()),
      };
      const [kept] = await db
        .insert(localMessages)
        .values(row)
        .onConflictDoUpdate({ target: localMessages.dedupeKey, set: { dedupeKey: key } })
        .returning({ id: localMessages.id });
      return { outcome: "accepted", providerMessageId: kept?.id ?? key };
    },
    connection: async () => ({ state: "open", detail: "local" }),
    restart: async () => ({ ok: true, detail: "local" }),
    connect: async () => ({ ok: true, detail: "local" }),
  };
}
