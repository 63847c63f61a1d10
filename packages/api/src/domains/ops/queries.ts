import { migrationsCurrent } from "@odys/db/migrate";
import { outboxEvents } from "@odys/db/schema/ops";
import { isNull, sql } from "drizzle-orm";
import type { HealthCheck } from "../../kernel/ports.ts";
import { asSystem } from "../../kernel/transaction.ts";

/** An event that has waited longer than this, in seconds, means that nobody dispatches. */
const OUTBOX_PATIENCE_SECONDS = 120;

/** What readiness is made of: the database answers, it is as new as this code, and events do not pile up. */
export const healthChecks: readonly HealthCheck[] = [
  {
    name: "database",
    run: async (services) => {
      await asSystem(services).execute(sql`select 1`);
      return { ok: true };
    },
  },
  {
    name: "migrations",
    run: async (services) => {
      const { applied, expected, current } = await migrationsCurrent(asSystem(services));
      return { ok: current, applied, expected };
    },
  },
  {
    name: "outbox",
    run: async (services) => {
      const [oldest] = await asSystem(services)
        .select({ at: outboxEvents.createdAt })
        .from(outboxEvents)
        .where(isNull(outboxEvents.dispatchedAt))
        .orderBy(outboxEvents.id)
        .limit(1);
      const waited = oldest ? (services.clock.now() - oldest.at.getTime()) / 1000 : 0;
      const ageSeconds = Math.max(0, Math.round(waited));
      return { ok: ageSeconds < OUTBOX_PATIENCE_SECONDS, ageSeconds };
    },
  },
];
