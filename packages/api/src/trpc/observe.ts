import { type MiddlewareResult, middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import { getTRPCErrorFromUnknown } from "@trpc/server";
import type { Logger } from "pino";
import { reportOf, toTRPCError } from "./errors.ts";
import type { Call } from "./init.ts";

/**
 * Around all that a procedure does: maps errors, keeps the floor under the answer time where the
 * procedure asks for one, and writes one log line. `work` is given the log of this call.
 */
export async function observe<C>(
  { ctx, path, type, meta }: Call,
  work: (log: Logger) => Promise<MiddlewareResult<C>>,
): Promise<MiddlewareResult<C>> {
  const started = performance.now();
  const log = ctx.log.child({ requestId: ctx.requestId, procedure: path });
  let result: MiddlewareResult<C>;
  try {
    result = await work(log);
  } catch (cause) {
    // What the ladder itself throws is a result like any other.
    result = { ok: false, error: getTRPCErrorFromUnknown(cause), marker: middlewareMarker };
  }
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
}

async function waitUntil(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
