import { localMessages } from "@odys/db/schema/messaging";
import type { PhoneList } from "@odys/shared/messaging/phone-schema";
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem } from "../../kernel/transaction.ts";
import { demandPhone } from "./phone-queries.ts";

const MOST = 100;

/** Phones to which the local driver has written, the latest first. Throws NOT_FOUND where there are none to play. */
export async function listPhones(ctx: Ctx): Promise<PhoneList> {
  demandPhone(ctx);
  const rows = await asSystem(ctx)
    .selectDistinctOn([localMessages.recipient])
    .from(localMessages)
    .where(eq(localMessages.channel, "whatsapp"))
    .orderBy(localMessages.recipient, desc(localMessages.id));
  return rows
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, MOST)
    .map(({ recipient, text, createdAt }) => ({
      recipient,
      lastText: text,
      lastAt: createdAt.toISOString(),
    }));
}
