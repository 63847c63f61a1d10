import { outboxEvents } from "@odys/db/schema/ops";
import { insertOf, statement } from "@odys/db/statement";
import { newId } from "@odys/shared/kernel/ids";
import {
  EVENTS,
  type EventPayload,
  type EventType,
  tenantOf,
  type OdysEvent,
} from "@odys/shared/ops/events";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { announce } from "../../kernel/transaction.ts";

const value = sql.placeholder;
const write = statement(
  insertOf(outboxEvents, {
    id: value("id"),
    type: value("type"),
    payload: value("payload"),
    professionalId: value("professionalId"),
    requestId: value("requestId"),
    createdAt: value("createdAt"),
  }),
);

/**
 * Writes an event into the transaction that is open around the call: it is told if and only if the
 * change is committed. Rooms that answer within the transaction do so here; the others after it, as
 * jobs. Whoever looks at what the practice owns is told to look again. Call it as the last statement of the work, because its row is what wakes the dispatcher.
 */
export async function emit<T extends EventType>(
  ctx: Ctx,
  type: T,
  payload: EventPayload<T>,
): Promise<void> {
  if (!ctx.open) throw new TypeError(`emit(${type}) outside a transaction`);
  const event = { type, payload: EVENTS[type].parse(payload) } as OdysEvent;
  const tenant = tenantOf(event);
  await write(ctx.open.tx, {
    id: newId(),
    type,
    payload: JSON.stringify(event.payload),
    professionalId: tenant,
    requestId: ctx.requestId,
    createdAt: new Date(ctx.clock.now()).toISOString(),
  });
  ctx.open.afterCommit.wakeOutbox = true;
  if (tenant !== null) announce(ctx, `professional:${tenant}`);
  await ctx.inTransaction[type]?.(ctx, payload);
}
