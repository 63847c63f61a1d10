import type { JobResult, PgBoss } from "pg-boss";
import { dispatch } from "./dispatch.ts";
import type { OutboxOptions, Tuning } from "./port.ts";
import { inParallel } from "../../kernel/in-parallel.ts";
import { type EventJob, runEventJob } from "./run-job.ts";

/**
 * Files and does what waits, in the caller's time: until nothing waits or `forMs` is over. May run
 * beside workers and other drains. Returns how many jobs were tried.
 */
export async function drain(
  boss: PgBoss,
  { services, consumers }: OutboxOptions,
  tuning: Tuning,
  forMs: number,
): Promise<number> {
  const until = performance.now() + forMs;
  let tried = 0;
  for (let idle = false; !idle && performance.now() < until;) {
    idle = (await dispatch(boss, consumers, tuning.dispatchBatch)).taken === 0;
    for (const consumer of consumers) {
      const jobs = await boss.fetch<EventJob>(consumer.name, {
        batchSize: tuning.jobBatch,
        includeMetadata: true,
      });
      if (jobs.length === 0) continue;
      idle = false;
      tried += jobs.length;
      const results = await inParallel(jobs, tuning.parallel, (job) =>
        runEventJob(services, consumer, job),
      );
      await settle(boss, consumer.name, jobs, results);
    }
  }
  return tried;
}

// Only the attempt that was fetched: another process may have taken the job over meanwhile.
type JobAttempt = { id: string; retryCount: number };
const attemptOf = ({ id, retryCount }: JobAttempt): JobAttempt => ({ id, retryCount });

async function settle(
  boss: PgBoss,
  queue: string,
  jobs: readonly JobAttempt[],
  results: readonly JobResult[],
): Promise<void> {
  const endedAs = new Map(results.map((result) => [result.id, result]));
  const done = jobs.filter(({ id }) => endedAs.get(id)?.status === "completed");
  if (done.length > 0) await boss.complete(queue, done.map(attemptOf));
  for (const job of jobs)
    if (!done.includes(job)) await boss.fail(queue, [attemptOf(job)], endedAs.get(job.id)?.output);
}
