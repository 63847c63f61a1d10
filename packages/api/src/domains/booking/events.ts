import { availability, services } from "@odys/db/schema/booking";
import { newId } from "@odys/shared/kernel/ids";
import type { InTransactionHandlers } from "../../kernel/ports.ts";
import { windowRow } from "./queries.ts";

/** Whoever opens a practice can be booked from the first moment: onboarding's service and hours. */
export const bookingInTransaction: InTransactionHandlers = {
  "accounts.professional_opened": async (ctx, { professionalId, service, windows }) => {
    if (!ctx.open) throw new TypeError("professional_opened outside a transaction");
    const { tx } = ctx.open;
    const now = new Date(ctx.clock.now());
    await Promise.all([
      tx
        .insert(services)
        .values({ id: newId(), professionalId, ...service, createdAt: now, updatedAt: now }),
      windows.length > 0
        ? tx.insert(availability).values(windows.map((window) => windowRow(professionalId, window)))
        : undefined,
    ]);
  },
};
