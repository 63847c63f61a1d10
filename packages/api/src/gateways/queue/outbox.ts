import type { PgBoss } from "pg-boss";
import { makeQueues, openBoss } from "./boss.ts";
import { coalesce } from "./coalesce.ts";
import { createDesk } from "./desk.ts";
import { dispatch } from "./dispatch.ts";
import { drain } from "./drain.ts";
import { type Outbox, type OutboxOptions, TUNING } from "./port.ts";
import { createAnnouncer, listen } from "./wake.ts";
import { startWorkers } from "./workers.ts";

/**
 * From committed events to handled jobs: `wake()` after a commit, one dispatcher per process
 * that turns events into pg-boss jobs, and workers that do them. Every job is done at least once;
 * nothing is lost by a crash at any point, and handlers bear being repeated.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { services, consumers, schedules = [], role, url } = options;
  const { log } = services;
  const tuning = { ...TUNING, ...options.tuning };
  const announcer = role === "web" ? createAnnouncer(url, log) : null;

  let boss: Promise<PgBoss> | null = null;
  let workers: Awaited<ReturnType<typeof startWorkers>> | null = null;
  let listener: Awaited<ReturnType<typeof listen>> | null = null;
  let poll: NodeJS.Timeout | undefined;

  async function open(): Promise<PgBoss> {
    const opened = openBoss(options, tuning);
    try {
      await opened.start();
      await makeQueues(opened, consumers, schedules, tuning);
      return opened;
    } catch (error) {
      await opened.stop({ graceful: false }).catch(() => {});
      throw error;
    }
  }
  const opened = (): Promise<PgBoss> =>
    (boss ??= open().catch((error: unknown) => {
      boss = null; // so that the next attempt may succeed
      throw error;
    }));

  const dispatcher = coalesce(async () => {
    if (!workers) return false;
    try {
      const { taken, jobs } = await dispatch(await opened(), consumers, tuning.dispatchBatch);
      for (const [queue, count] of jobs) workers?.wake(queue, count);
      return taken === tuning.dispatchBatch;
    } catch (err) {
      log.error({ err }, "outbox: could not dispatch"); // the poll tries again
      return false;
    }
  });
  const wake = () => workers && dispatcher.call();

  return {
    wake: announcer?.wake ?? wake,
    desk: createDesk(opened),
    drain: async ({ forMs = 20_000 } = {}) => drain(await opened(), options, tuning, forMs),
    async start() {
      if (role === "web" || workers) return;
      workers = await startWorkers(await opened(), options, tuning);
      listener = await listen(url, log, wake);
      poll = setInterval(wake, tuning.pollMs);
      wake();
    },
    async stop() {
      clearInterval(poll);
      await Promise.all([announcer?.close(), listener?.close()]);
      const staff = workers;
      workers = null;
      await dispatcher.settled();
      await staff?.stop();
      // Whatever still runs is failed here and tried again by another process.
      await (await boss?.catch(() => null))?.stop({ graceful: false });
      boss = null;
    },
  };
}
