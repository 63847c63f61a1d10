import { localMessages } from "@odys/db/schema/messaging";
import { webhookEvents } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { whatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import type { Bubble } from "@odys/shared/messaging/phone-schema";
import type { Db } from "@odys/db/client";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";

const SHOWN = 100;

/**
 * The phone writes in the name of whoever has the number: it is there where messages stay on a person's
 * own machine, and nowhere else. Throws NOT_FOUND.
 */
export function demandPhone({ whatsapp, settings }: Ctx): void {
  if (whatsapp.driver !== "local" || !settings.openMailbox) throw new DomainError("NOT_FOUND");
}

/** Under what an answer of this phone stands in `webhook_events`. */
export const keyOfAnswer = (recipient: string, id: string) => `phone:${recipient}:${id}`;

/** What the local driver has sent to a phone, newest first. */
export async function readSent(db: Db, recipient: string): Promise<Bubble[]> {
  const rows = await db
    .select()
    .from(localMessages)
    .where(and(eq(localMessages.recipient, recipient), eq(localMessages.channel, "whatsapp")))
    .orderBy(desc(localMessages.id))
    .limit(SHOWN);
  return rows.map(({ id, text, buttons, receipt, createdAt }) => ({
    id,
    text,
    buttons,
    receipt,
    at: createdAt.toISOString(),
  }));
}

/** What was answered from it, newest first. */
export async function readAnswers(db: Db, recipient: string): Promise<Bubble[]> {
  const prefix = keyOfAnswer(recipient, "");
  const rows = await db
    .select({ key: webhookEvents.key, payload: webhookEvents.payload })
    .from(webhookEvents)
    .where(
      and(
        eq(webhookEvents.provider, "whatsapp"),
        sql`starts_with(${webhookEvents.key}, ${prefix})`,
      ),
    )
    .orderBy(desc(webhookEvents.key))
    .limit(SHOWN);
  return rows.flatMap(({ key, payload }) => {
    const update = whatsAppUpdate.parse(payload);
    if (update.type !== "message") return [];
    return [{ id: key, text: update.text, buttons: [], receipt: null, at: update.at }];
  });
}
