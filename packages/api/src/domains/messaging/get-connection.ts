import type { WhatsAppStanding } from "@odys/shared/messaging/connection-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { readChecks } from "./connection-queries.ts";

const TROUBLED = ["closed", "logged_out", "unreachable"];

/** Whether messages leave by WhatsApp at the moment; what is wrong is for those who can mend it. */
export async function getConnection(ctx: Ctx): Promise<WhatsAppStanding> {
  const { driver } = ctx.whatsapp;
  if (driver === "none") return { whatsapp: "none", since: null };
  const [last] = await readAsSystem(ctx, (db) => readChecks(db, driver, 1));
  const troubled = last !== undefined && TROUBLED.includes(last.state);
  return {
    whatsapp: troubled ? "troubled" : "works",
    since: troubled ? last.since.toISOString() : null,
  };
}
