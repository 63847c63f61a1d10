import { asSystem } from "@odys/api/kernel/transaction";
import { publicProcedure } from "@odys/api/trpc/ladder";
import { router } from "@odys/api/trpc/init";
import type { Db } from "@odys/db/client";
import { services } from "@odys/db/schema/booking";
import { eq, sql } from "drizzle-orm";
import * as z from "zod";

const byId = (db: Db) =>
  db
    .select({ id: services.id, name: services.name, durationMinutes: services.durationMinutes })
    .from(services)
    .where(eq(services.id, sql.placeholder("id")))
    .prepare("bench_service");
const prepared = new WeakMap<Db, ReturnType<typeof byId>>();

/** Two procedures on the real ladder: who calls, limits, log line, input and output schemas. */
export const benchRouter = router({
  bench: router({
    plain: publicProcedure
      .meta({ public: true })
      .input(z.strictObject({ name: z.string().max(80) }))
      .output(z.object({ greeting: z.string(), length: z.int() }))
      .query(({ input }) => ({ greeting: `Olá, ${input.name}`, length: input.name.length })),
    read: publicProcedure
      .meta({ public: true })
      .input(z.strictObject({ id: z.uuid() }))
      .output(z.object({ id: z.uuid(), name: z.string(), durationMinutes: z.int() }))
      .query(async ({ ctx, input }) => {
        const db = asSystem(ctx);
        let query = prepared.get(db);
        if (!query) prepared.set(db, (query = byId(db)));
        const [row] = await query.execute({ id: input.id });
        if (!row) throw new Error("the bench's row is gone");
        return row;
      }),
  }),
});
