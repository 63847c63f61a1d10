import { randomUUID } from "node:crypto";
import type { LiveGateway, LiveTopic } from "./port.ts";

/** Topics whose last change is remembered. Of what is forgotten it is assumed that it changed. */
const REMEMBERED = 10_000;

/** The memory driver, and the fan-out within a process of every other one. */
export type MemoryLive = LiveGateway & {
  /** Everything may have changed. */
  announceAll(): void;
};

/** Within one process. `remembered` is how many topics a listener that comes back can be told about. */
export function createMemoryLive({ remembered = REMEMBERED } = {}): MemoryLive {
  const life = randomUUID().slice(0, 8); // marks of another process mean nothing here
  const listening = new Map<LiveTopic, Set<() => void>>();
  /** When each topic changed last; the one longest ago first. */
  const changes = new Map<LiveTopic, number>();
  const stop = new AbortController();
  let now = 0;
  /** What changed up to then may be forgotten. */
  let forgotten = 0;

  function note(topic: LiveTopic): void {
    changes.delete(topic);
    changes.set(topic, ++now);
    if (changes.size <= remembered) return;
    const [[oldest, at] = []] = changes;
    if (oldest && at) {
      forgotten = at;
      changes.delete(oldest);
    }
  }

  return {
    announce(topic) {
      note(topic);
      for (const tell of listening.get(topic) ?? []) tell();
    },
    announceAll() {
      changes.clear();
      forgotten = ++now;
      for (const listeners of listening.values()) for (const tell of listeners) tell();
    },
    listen(topic, tell) {
      const own = () => tell(); // the same function twice is two listeners
      const listeners = listening.get(topic) ?? new Set();
      listening.set(topic, listeners.add(own));
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && listening.get(topic) === listeners) listening.delete(topic);
      };
    },
    mark: () => `${life}.${now}`,
    changedSince(topic, mark) {
      const [of, count = ""] = mark.split(".");
      const since = /^\d{1,15}$/.test(count) ? Number(count) : -1;
      if (of !== life || since < forgotten || since > now) return true;
      return (changes.get(topic) ?? 0) > since;
    },
    listeners: () => [...listening.values()].reduce((sum, { size }) => sum + size, 0),
    hangUp: () => stop.abort(),
    hungUp: stop.signal,
    close: async () => stop.abort(),
  };
}
