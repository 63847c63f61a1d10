import { DomainError } from "@odys/shared/kernel/errors";
import type { HealthCheck, Services } from "../kernel/ports.ts";
import { failure, json, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";

export const HEALTH_PREFIX = "/api/health";

type Outcome = {
  name: string;
  ok: boolean;
  ms: number;
  details?: Readonly<Record<string, unknown>>;
};
type Report = { status: "ok" | "failing"; version: string; checks: Outcome[] };

/** A check that takes longer than this counts as failed. */
const PATIENCE_MS = 2_000;
/** Answers are kept this long, so that nobody can load the database by asking. */
const KEPT_MS = 1_000;

/**
 * `/api/health/live`: the process answers. `/api/health/ready`: it can work, 503 if not.
 * `/api/health`: the same for people, with version and durations. Nothing here says why a check fails;
 * the log does.
 */
export function createHealthDoor(checks: readonly HealthCheck[]): Door {
  let kept: { report: Promise<Report>; until: number; of: Services } | undefined;
  const report = (services: Services) => {
    const now = performance.now();
    if (!kept || kept.of !== services || kept.until < now)
      kept = { report: examine(services, checks), until: now + KEPT_MS, of: services };
    return kept.report;
  };
  return async (request, services, { requestId }) => {
    const { pathname } = new URL(request.url);
    const what = pathname.slice(HEALTH_PREFIX.length);
    const reading = request.method === "GET" || request.method === "HEAD";
    const answer = async () => {
      if (what === "/live") return json(200, { status: "ok" });
      if (what !== "" && what !== "/ready") return failure(new DomainError("NOT_FOUND"), requestId);
      if (!reading)
        return failure(new DomainError("METHOD_NOT_ALLOWED"), requestId, { allow: "GET, HEAD" });
      const found = await report(services);
      const { status, checks: outcomes } = found;
      const brief = { status, checks: outcomes.map(({ name, ok }) => ({ name, ok })) };
      return json(status === "ok" ? 200 : 503, what === "/ready" ? brief : found);
    };
    const sealed = seal(await answer(), requestId);
    return request.method === "HEAD" ? new Response(null, sealed) : sealed;
  };
}

async function examine(services: Services, checks: readonly HealthCheck[]): Promise<Report> {
  const outcomes = await Promise.all(checks.map((check) => run(services, check)));
  return {
    status: outcomes.every(({ ok }) => ok) ? "ok" : "failing",
    version: services.settings.version,
    checks: outcomes,
  };
}

async function run(services: Services, { name, run: check }: HealthCheck): Promise<Outcome> {
  const started = performance.now();
  const ms = () => Math.round((performance.now() - started) * 10) / 10;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError("TIMEOUT")), PATIENCE_MS);
  });
  try {
    const { ok, ...details } = await Promise.race([check(services), late]);
    return { name, ok, ms: ms(), ...(Object.keys(details).length > 0 && { details }) };
  } catch (error) {
    services.log.error({ err: error, check: name }, "health check failed");
    return { name, ok: false, ms: ms() };
  } finally {
    clearTimeout(timer);
  }
}
