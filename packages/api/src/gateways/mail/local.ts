import type { Db } from "@odys/db/client";
import { localMessages } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import type { Clock } from "../../kernel/ports.ts";
import type { MailGateway } from "./port.ts";

/** Mail that stays in the own database, where a person can read it at /dev/outbox. Once per `dedupeKey`. */
export function createLocalMail({ db, clock }: { db: Db; clock: Clock }): MailGateway {
  return {
    driver: "local",
    deduplicates: true,
    async send({ to, subject, text, html, attachments = [], dedupeKey }) {
      const [kept] = await db
        .insert(localMessages)
        .values({
          id: newId(),
          channel: "mail",
          recipient: to,
          subject,
          text,
          html,
          attachments: [...attachments],
          dedupeKey,
          createdAt: new Date(clock.now()),
        })
        .onConflictDoUpdate({ target: localMessages.dedupeKey, set: { dedupeKey } })
        .returning({ id: localMessages.id });
      return { outcome: "accepted", providerMessageId: kept?.id ?? dedupeKey };
    },
  };
}
