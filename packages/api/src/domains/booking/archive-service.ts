import { services } from "@odys/db/schema/booking";
import type { Service } from "@odys/shared/booking/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { selectServices, toService } from "./queries.ts";

/** Takes a service off the page. What was booked of it stays as it is. NOT_FOUND. */
export function archiveService(ctx: ProfessionalCtx, { id }: { id: string }): Promise<Service> {
  const own = and(eq(services.professionalId, ctx.professionalId), eq(services.id, id));
  return withTransaction(ctx, async (tx) => {
    const [, [row]] = await Promise.all([
      tx
        .update(services)
        .set({ active: false, updatedAt: new Date(ctx.clock.now()) })
        .where(own),
      selectServices(tx, own),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    return toService(row);
  });
}
