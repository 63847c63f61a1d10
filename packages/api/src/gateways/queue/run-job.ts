import { EVENTS, type EventType, type OdysEvent } from "@odys/shared/ops/events";
import { newId } from "@odys/shared/kernel/ids";
import type { JobResult, JobWithMetadata } from "pg-boss";
import type { Ctx } from "../../kernel/ctx.ts";
import type { EventConsumer, Services } from "../../kernel/ports.ts";
import { deadLetterOf } from "./boss.ts";
import type { ScheduledJob } from "./port.ts";

/** A job's data: the event as it was written, and the request that it came from. */
export type EventJob = {
  type: EventType;
  payload: Record<string, unknown>;
  requestId: string | null;
};

type Attempt<T> = Pick<
  JobWithMetadata<T>,
  "id" | "data" | "retryCount" | "retryLimit" | "createdOn"
>;

/** Does one job of a consumer and says how it ended. Never throws. */
export function runEventJob(
  services: Services,
  consumer: EventConsumer,
  job: Attempt<EventJob>,
): Promise<JobResult> {
  const { type, payload, requestId } = job.data;
  const ctx = jobContext(services, consumer.name, requestId);
  return observed(ctx, consumer.name, job, { event: type, eventId: job.id }, async () => {
    const parsed = EVENTS[type]?.safeParse(payload);
    if (!parsed?.success) return "unreadable";
    await consumer.handle(ctx, { type, payload: parsed.data } as OdysEvent, job.id);
    return "done";
  });
}

/** Does one job that the clock asked for. Never throws. */
export function runScheduledJob(
  services: Services,
  schedule: ScheduledJob,
  job: Attempt<unknown>,
): Promise<JobResult> {
  const ctx = jobContext(services, schedule.name, null);
  return observed(ctx, schedule.name, job, { jobId: job.id }, async () => {
    await schedule.run(ctx);
    return "done";
  });
}

/** The context of a job: the system acts, in the name of the request that caused it. */
export function jobContext(services: Services, queue: string, requestId: string | null): Ctx {
  const id = requestId ?? newId();
  return {
    ...services,
    actor: { type: "job", queue },
    requestId: id,
    ip: "internal",
    locale: "pt-BR",
    action: queue,
    log: services.log.child({ requestId: id, queue }),
    headers: new Headers(),
    responseHeaders: new Headers(),
    open: null,
  };
}

async function observed(
  { log }: Ctx,
  queue: string,
  job: Attempt<unknown>,
  names: Record<string, string>,
  work: () => Promise<"done" | "unreadable">,
): Promise<JobResult> {
  const attempt = job.retryCount + 1;
  const waitedMs = Date.now() - job.createdOn.getTime();
  const started = performance.now();
  const about = () => {
    const ms = Math.round((performance.now() - started) * 100) / 100;
    return { ...names, attempt, ms, waitedMs, deadLetter: deadLetterOf(queue) };
  };
  try {
    if ((await work()) === "done") {
      const { deadLetter: _, ...figures } = about();
      log.info(figures, "job done");
      return { id: job.id, status: "completed" };
    }
    // Trying again does not make it readable.
    log.error(about(), "job cannot be read: dead letter");
    return { id: job.id, status: "deadletter", output: { message: "unreadable payload" } };
  } catch (err) {
    if (job.retryCount >= job.retryLimit) log.error({ ...about(), err }, "job failed: dead letter");
    else log.warn({ ...about(), err }, "job failed: it will be tried again");
    // Drizzle ends its message with the values of the query, and a dead letter is kept for months.
    const [message] = (err instanceof Error ? err.message : String(err)).split("\nparams: ", 1);
    return { id: job.id, status: "failed", output: { message } };
  }
}
