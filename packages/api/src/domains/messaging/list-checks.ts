import type { AdminConnection } from "@odys/shared/messaging/connection-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { readAsSystem } from "../../kernel/transaction.ts";
import { readChecks, toCheck } from "./connection-queries.ts";

const SHOWN = 20;

/** The watchdog's last looks at the present connection, newest first. Who may see them is the caller's to decide. */
export async function listChecks(ctx: Ctx): Promise<AdminConnection> {
  const { driver } = ctx.whatsapp;
  const rows = await readAsSystem(ctx, (db) => readChecks(db, driver, SHOWN));
  return { driver, checks: rows.map(toCheck) };
}
