import { createHmac } from "node:crypto";
import type { RateLimitName } from "@odys/shared/ops/limits";
import type { Logger } from "pino";
import type { Clock, RefusalCounter } from "../../kernel/ports.ts";

const HOUR_MS = 3_600_000;
/** Callers that one flush tells apart; what more of them do is counted together, as nobody's. */
const MAX_CALLERS = 5_000;
const NOBODY = "";

export type RefusalCount = { hour: Date; limit: RateLimitName; caller: string; hits: number };

type Options = {
  clock: Clock;
  log: Logger;
  /** Keys the hash of callers: without it an address can be found by trying all. */
  secret: string;
  /** Adds the counts to those that are kept. */
  write(counts: RefusalCount[]): Promise<void>;
  flushMs?: number;
};

/**
 * Counts refusals in memory and writes them in the background, one row for each hour, limit and
 * caller of a flush: a flood costs a look into a map for each request, and never waits for the
 * database. What could not be written is dropped: these figures are for looking, not for limiting.
 */
export function createRefusals({ clock, log, secret, write, flushMs = 10_000 }: Options) {
  let counts = new Map<string, { hour: number; limit: RateLimitName; key: string; hits: number }>();
  let timer: NodeJS.Timeout | undefined;

  const callerOf = (key: string) =>
    key === NOBODY
      ? NOBODY
      : createHmac("sha256", secret).update(`refused:${key}`).digest("hex").slice(0, 16);

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const taken = [...counts.values()];
    counts = new Map();
    if (taken.length === 0) return;
    try {
      await write(
        taken.map(({ hour, key, ...rest }) => ({
          ...rest,
          hour: new Date(hour),
          caller: callerOf(key),
        })),
      );
    } catch (err) {
      log.warn({ err }, "rate limiter: refusals were not kept");
    }
  }

  const counter: RefusalCounter = {
    note(limit, key) {
      const hour = clock.now() - (clock.now() % HOUR_MS);
      const place = (caller: string) => `${hour} ${limit} ${caller}`;
      const known = counts.get(place(key));
      const whose = known || counts.size < MAX_CALLERS ? key : NOBODY;
      const count = counts.get(place(whose));
      if (count) count.hits += 1;
      else counts.set(place(whose), { hour, limit, key: whose, hits: 1 });
      timer ??= setTimeout(() => void flush(), flushMs).unref();
    },
  };
  return {
    ...counter,
    /** Writes what is counted, now: at the end of the process. */
    close: flush,
  };
}
