import type { JobResult, JobWithMetadata, PgBoss } from "pg-boss";
import type { OutboxOptions, Tuning } from "./port.ts";
import { inParallel } from "../../kernel/in-parallel.ts";
import { type EventJob, runEventJob, runScheduledJob } from "./run-job.ts";

type Worker = { id: string; busy: boolean };

/** The workers of this process: some for each queue. */
export async function startWorkers(boss: PgBoss, options: OutboxOptions, tuning: Tuning) {
  const { services, consumers, schedules = [] } = options;
  const workers = new Map<string, Worker[]>();
  let stopping = false;
  const pace = {
    includeMetadata: true,
    perJobResults: true,
    burstWhenBatchFull: true,
    batchSize: tuning.jobBatch,
    pollingIntervalSeconds: tuning.pollMs / 1000,
  } as const;

  async function hire<T>(
    queue: string,
    count: number,
    run: (job: JobWithMetadata<T>) => Promise<JobResult>,
  ) {
    const hired: Worker[] = [];
    workers.set(queue, hired);
    for (let i = 0; i < count; i++) {
      const worker: Worker = { id: "", busy: false };
      worker.id = await boss.work(queue, pace, async (jobs: JobWithMetadata<T>[]) => {
        worker.busy = true;
        try {
          return await inParallel(jobs, tuning.parallel, (job) =>
            stopping ? givenBack(job) : run(job),
          );
        } finally {
          worker.busy = false;
        }
      });
      hired.push(worker);
    }
  }

  for (const consumer of consumers)
    await hire<EventJob>(consumer.name, tuning.workers, (job) =>
      runEventJob(services, consumer, job),
    );
  for (const schedule of schedules) {
    await hire(schedule.name, 1, (job) => runScheduledJob(services, schedule, job));
    await boss.schedule(schedule.name, schedule.cron, null, { tz: "UTC" });
  }

  return {
    /** Has as many workers of a queue look at once as its new jobs need. */
    wake(queue: string, jobs: number) {
      const needed = Math.ceil(jobs / tuning.jobBatch);
      for (const worker of toCall(workers.get(queue) ?? [], needed)) boss.notifyWorker(worker.id);
    },
    /** Takes no more jobs, lets those that run finish within `stopMs`, gives the others back. */
    async stop() {
      stopping = true;
      const done = Promise.all([...workers.keys()].map((queue) => boss.offWork(queue)));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, tuning.stopMs)));
      await Promise.race([done, late]);
      clearTimeout(timer);
    },
  };
}

async function givenBack(job: { id: string }): Promise<JobResult> {
  return { id: job.id, status: "failed", output: { message: "given back at shutdown" } };
}

/** The idle ones, as many as are needed; when all are busy, all, so that whoever is done first looks again. */
function toCall(workers: readonly Worker[], needed: number): readonly Worker[] {
  const idle = workers.filter((worker) => !worker.busy);
  return idle.length === 0 ? workers : idle.slice(0, needed);
}
