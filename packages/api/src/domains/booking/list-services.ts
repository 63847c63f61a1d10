import { services } from "@odys/db/schema/booking";
import type { Service } from "@odys/shared/booking/schema";
import { asc, eq } from "drizzle-orm";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { withTransaction } from "../../kernel/transaction.ts";
import { selectServices, toService } from "./queries.ts";

/** The professional's services in the order of their page, archived ones among them. */
export function listServices(ctx: ProfessionalCtx): Promise<{ services: Service[] }> {
  return withTransaction(ctx, async (tx) => {
    const rows = await selectServices(tx, eq(services.professionalId, ctx.professionalId)).orderBy(
      asc(services.position),
      asc(services.id),
    );
    return { services: rows.map(toService) };
  });
}
