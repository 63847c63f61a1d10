import { t } from "./init.ts";
import { reportOf, toTRPCError } from "./errors.ts";

/**
 * The outermost step of every procedure: names the action, maps errors, keeps the floor under the
 * answer time where the procedure asks for one, and writes one log line.
 */
export const observe = t.middleware(async ({ ctx, path, type, meta, next }) => {
  const started = performance.now();
  const log = ctx.log.child({ requestId: ctx.requestId, procedure: path });
  const result = await next({ ctx: { action: path, log } });
  if (meta?.responseFloor) await waitUntil(started + ctx.settings.responseFloorMs);

  const ms = Math.round((performance.now() - started) * 100) / 100;
  if (result.ok) {
    if (type === "query") log.debug({ ms }, "ok");
    else log.info({ ms }, "ok");
    return result;
  }
  const report = reportOf(result.error);
  if (report.http >= 500)
    log.error({ ms, code: report.code, err: result.error.cause ?? result.error }, "failed");
  else log.info({ ms, code: report.code }, "refused");
  throw toTRPCError(result.error);
});

async function waitUntil(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
