import { localMessages } from "@odys/db/schema/messaging";
import { DomainError } from "@odys/shared/kernel/errors";
import { LOCAL_RECEIPTS } from "@odys/shared/messaging/delivery";
import type { PlayedReceipt, PlayReceiptInput } from "@odys/shared/messaging/phone-schema";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { demandPhone } from "./phone-queries.ts";
import { receiveUpdates } from "./receive-updates.ts";

/**
 * Plays what a provider would tell of a message of the local driver: it lands where the webhook door
 * writes, and the same job acts on it. Goes forward only; what has been delivered cannot fail. Throws
 * NOT_FOUND where there are no phones to play, or no such message.
 */
export function playReceipt(ctx: Ctx, { id, receipt }: PlayReceiptInput): Promise<PlayedReceipt> {
  demandPhone(ctx);
  return withSystemTransaction(ctx, async (tx, inner) => {
    const [message] = await tx
      .select()
      .from(localMessages)
      .where(and(eq(localMessages.id, id), eq(localMessages.channel, "whatsapp")))
      .for("update");
    if (!message) throw new DomainError("NOT_FOUND");
    if (!mayFollow(message.receipt, receipt)) return { receipt: message.receipt };
    await tx.update(localMessages).set({ receipt }).where(eq(localMessages.id, id));
    const at = new Date(ctx.clock.now()).toISOString();
    await receiveUpdates(inner, "whatsapp", {
      updates: [
        {
          key: `${id}:${receipt}`,
          update: {
            type: "receipt",
            providerMessageId: id,
            key: message.dedupeKey,
            receipt,
            reason: receipt === "failed" ? "no_whatsapp" : null,
            at,
          },
        },
      ],
    });
    return { receipt };
  });
}

function mayFollow(now: PlayedReceipt["receipt"], next: (typeof LOCAL_RECEIPTS)[number]): boolean {
  if (now === "failed") return false;
  if (next === "failed") return now === "accepted" || now === "sent";
  return LOCAL_RECEIPTS.indexOf(next) > LOCAL_RECEIPTS.indexOf(now);
}
