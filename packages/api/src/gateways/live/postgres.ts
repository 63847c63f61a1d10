import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, isPooled } from "@odys/db/client";
import type { Logger } from "pino";
import { coalesce } from "../queue/coalesce.ts";
import { createMemoryLive, type MemoryLive } from "./memory.ts";
import type { LiveGateway, LiveTopic } from "./port.ts";

const CHANNEL = "odys_live";
/** Topics in one notification, which holds 8000 bytes. */
const AT_ONCE = 100;
/** Milliseconds between two notifications of one process: nobody sees faster. */
const GAP_MS = 20;

type Options = {
  url: string;
  log: Logger;
  /** Milliseconds between two looks whether this process still hears itself. */
  pulseMs?: number;
};

/**
 * Across processes, by NOTIFY on a connection of its own and after the commit: one inside a
 * transaction takes a lock of the whole server at its commit. One more connection listens, from the
 * first listener on and however many there are. Whether it still does is asked of itself: a process
 * that does not hear its own pulse (a connection lost, a transaction pooler in between) listens anew
 * and, until that works, takes it at every pulse that everything may have changed.
 */
export function createPostgresLive({ url, log, pulseMs = 15_000 }: Options): LiveGateway {
  const hub = createMemoryLive();
  const me = randomUUID();
  const announcer = createAnnouncer(url, log, me);
  const ear = createEar({ url, log, me, hub, pulseMs, pulse: announcer.pulse });
  return {
    ...hub,
    announce(topic) {
      hub.announce(topic);
      announcer.announce(topic);
    },
    listen(topic, tell) {
      ear.open();
      return hub.listen(topic, tell);
    },
    async close() {
      hub.hangUp();
      await Promise.all([announcer.close(), ear.close()]);
    },
  };
}

function createAnnouncer(url: string, log: Logger, me: string) {
  const { sql, close } = connect(url, {
    max: 1,
    idleTimeout: 60,
    applicationName: "odys announce",
  });
  const waiting = new Set<LiveTopic>();
  const { call, settled } = coalesce(async () => {
    const topics = [...waiting].slice(0, AT_ONCE);
    for (const topic of topics) waiting.delete(topic);
    try {
      await sql.notify(CHANNEL, [me, ...topics].join(" "));
    } catch (err) {
      // Whoever shows it asks again after a while by itself.
      log.warn({ err }, "live: could not announce");
      return false;
    }
    await sleep(GAP_MS);
    return waiting.size > 0;
  });
  return {
    announce(topic: LiveTopic): void {
      waiting.add(topic);
      call();
    },
    /** Something that only this process listens to. */
    pulse: () => sql.notify(CHANNEL, me),
    async close(): Promise<void> {
      await settled();
      await close();
    },
  };
}

type EarOptions = Required<Options> & { me: string; hub: MemoryLive; pulse(): Promise<unknown> };

function createEar({ url, log, me, hub, pulseMs, pulse }: EarOptions) {
  const pooled = isPooled(url); // a transaction pooler passes no notifications on
  let connection: ReturnType<typeof connect> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let heard = true;
  let closed = false;

  function hear(payload: string): void {
    const [from, ...topics] = payload.split(" ");
    if (from !== me) for (const topic of topics) hub.announce(topic as LiveTopic);
    else if (topics.length === 0) heard = true;
  }

  async function listen(): Promise<void> {
    const former = connection;
    connection = connect(url, { max: 1, applicationName: "odys live" });
    await former?.close().catch(() => undefined);
    // Before and between: also after every reconnection of its own.
    await connection.sql.listen(CHANNEL, hear, hub.announceAll);
  }

  async function beat(): Promise<void> {
    if (closed || hub.listeners() === 0) return;
    if (pooled) return hub.announceAll();
    try {
      if (!heard) {
        hub.announceAll();
        await listen();
      }
      heard = false;
      await pulse();
    } catch (err) {
      log.warn({ err }, "live: cannot listen, asking by the clock");
    }
  }

  return {
    open(): void {
      if (timer || closed) return;
      timer = setInterval(() => void beat(), pulseMs);
      timer.unref();
      if (pooled) return;
      listen().catch((err: unknown) => {
        heard = false;
        log.warn({ err }, "live: cannot listen yet");
      });
    },
    async close(): Promise<void> {
      closed = true;
      clearInterval(timer);
      await connection?.close();
    },
  };
}
