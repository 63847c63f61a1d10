import type { GetPhoneInput, PhoneDto } from "@odys/shared/messaging/phone-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem } from "../../kernel/transaction.ts";
import { demandPhone, readAnswers, readSent } from "./phone-queries.ts";

/** One phone as its owner sees it. Throws NOT_FOUND where there are none to play. */
export async function getPhone(ctx: Ctx, { recipient }: GetPhoneInput): Promise<PhoneDto> {
  demandPhone(ctx);
  const db = asSystem(ctx);
  const [sent, answers] = await Promise.all([readSent(db, recipient), readAnswers(db, recipient)]);
  const bubbles = [...sent, ...answers].toSorted(
    // Of one moment: their ids, which are in order of time, end the names of both.
    (a, b) => a.at.localeCompare(b.at) || a.id.slice(-36).localeCompare(b.id.slice(-36)),
  );
  return { recipient, bubbles };
}
