import { performance } from "node:perf_hooks";
import type { AdminHealth } from "@odys/shared/admin/ops-schema";
import { sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import type { HealthCheck } from "../../kernel/ports.ts";
import { healthChecks } from "../ops/index.ts";
import { asAdmin } from "./queries.ts";

/** How this process and its database are. Nothing of it is older than the answer. */
export async function getHealth(ctx: UserCtx): Promise<AdminHealth> {
  const database = await asAdmin(ctx, async (tx) => {
    // As the owner: other roles are not told what connections do.
    await tx.execute(sql`set local role none`);
    const [[about], connections] = await Promise.all([
      tx.execute<{ version: string; size: string; max: number }>(sql`
        select current_setting('server_version') as version, pg_database_size(current_database()) as size,
          current_setting('max_connections')::int as max`),
      tx.execute<{ name: string; active: number; idle: number }>(sql`
        select coalesce(nullif(application_name, ''), '–') as name,
          count(*) filter (where state is distinct from 'idle')::int as active,
          count(*) filter (where state = 'idle')::int as idle
        from pg_stat_activity where datname = current_database()
        group by 1 order by count(*) desc, 1 limit 20`),
    ]);
    return {
      version: about?.version ?? "",
      sizeBytes: Number(about?.size ?? 0),
      maxConnections: about?.max ?? 0,
      connections: connections.map(({ name, active, idle }) => ({ name, active, idle })),
    };
  });
  const checks = await Promise.all(healthChecks.map((check) => examine(ctx, check)));
  const memory = process.memoryUsage();
  return {
    ok: checks.every(({ ok }) => ok),
    version: ctx.settings.version,
    now: new Date(ctx.clock.now()).toISOString(),
    checks,
    process: {
      node: process.version,
      uptimeSeconds: Math.round(process.uptime()),
      rssBytes: memory.rss,
      heapBytes: memory.heapUsed,
      loopBusy: performance.eventLoopUtilization().utilization,
    },
    database,
  };
}

async function examine(ctx: UserCtx, { name, run }: HealthCheck) {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    const { ok, ...figures } = await run(ctx);
    return { name, ok, ms: ms(), figures };
  } catch (err) {
    ctx.log.error({ err, check: name }, "health check failed");
    return { name, ok: false, ms: ms(), figures: {} };
  }
}
