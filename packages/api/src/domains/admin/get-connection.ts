import type { AdminConnection } from "@odys/shared/messaging/connection-schema";
import type { UserCtx } from "../../kernel/ctx.ts";
import { listChecks } from "../messaging/index.ts";

/** How the WhatsApp connection is and has been, as the watchdog found it. */
export function getConnection(ctx: UserCtx): Promise<AdminConnection> {
  return listChecks(ctx);
}
