import { localMessages } from "@odys/db/schema/messaging";
import { DomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import type {
  AnswerAsClientInput,
  AnswerAsClientOutput,
} from "@odys/shared/messaging/phone-schema";
import { and, desc, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { demandPhone, keyOfAnswer } from "./phone-queries.ts";
import { receiveUpdates } from "./receive-updates.ts";

/**
 * Writes or taps as the owner of a phone that the local driver has written to: it lands where the
 * webhook door writes, and the same job acts on it. Throws NOT_FOUND where there are no phones to play,
 * for a phone that has heard nothing and for a button that is not there; VALIDATION_ERROR without words.
 */
export function answerAsClient(
  ctx: Ctx,
  { recipient, text, tapped }: AnswerAsClientInput,
): Promise<AnswerAsClientOutput> {
  demandPhone(ctx);
  return withSystemTransaction(ctx, async (tx, inner) => {
    const [message] = await tx
      .select()
      .from(localMessages)
      .where(
        and(
          eq(localMessages.channel, "whatsapp"),
          eq(localMessages.recipient, recipient),
          tapped && eq(localMessages.id, tapped.messageId),
        ),
      )
      .orderBy(desc(localMessages.id))
      .limit(1);
    const button = tapped && message?.buttons.find(({ id }) => id === tapped.buttonId);
    if (!message || (tapped && !button)) throw new DomainError("NOT_FOUND");
    const words = button?.title ?? text;
    if (words === "") throw new DomainError("VALIDATION_ERROR");
    const id = newId();
    const phone = recipient.startsWith("+") ? recipient : null;
    await receiveUpdates(inner, "whatsapp", {
      updates: [
        {
          key: keyOfAnswer(recipient, id),
          update: {
            type: "message",
            providerMessageId: id,
            from: { phone, whatsAppId: recipient },
            name: null,
            text: words,
            buttonId: button?.id ?? null,
            replyTo: tapped ? message.id : null,
            at: new Date(ctx.clock.now()).toISOString(),
          },
        },
      ],
    });
    return { id };
  });
}
