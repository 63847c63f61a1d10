import { createLocalAuth } from "@odys/api/gateways/auth/local";
import { createMemoryLive } from "@odys/api/gateways/live/memory";
import { createMemoryFiles } from "@odys/api/gateways/file-storage/memory";
import { createLocalMail } from "@odys/api/gateways/mail/local";
import { createLocalWhatsApp } from "@odys/api/gateways/whatsapp/local";
import { createMemoryLimiter } from "@odys/api/gateways/rate-limiter/memory";
import { limitsTimes } from "@odys/api/gateways/rate-limiter/port";
import { type Services, systemClock } from "@odys/api/kernel/ports";
import { resolveActor } from "@odys/api/root";
import type { Db } from "@odys/db/client";
import { pino } from "pino";

const ORIGIN = "http://localhost:3000";

/** The services as production has them, with limits that never bite and a log that goes nowhere. */
export function benchServices(db: Db): Services {
  return {
    db,
    clock: systemClock,
    log: pino({ level: "info" }, { write: () => undefined }),
    limiter: createMemoryLimiter({ limits: limitsTimes(1_000_000) }),
    outbox: { wake: () => undefined, drain: async () => 0 },
    queue: {
      figures: async () => [],
      jobs: async () => [],
      replay: async () => false,
      replayDead: async () => 0,
    },
    refusals: { note() {} },
    auth: createLocalAuth({
      db,
      secret: "bench".repeat(8),
      origin: ORIGIN,
      deliver: () => Promise.resolve(),
    }),
    mail: createLocalMail({ db, clock: systemClock }),
    whatsapp: createLocalWhatsApp({ db, clock: systemClock }),
    live: createMemoryLive(),
    files: createMemoryFiles(),
    inTransaction: {},
    resolveActor,
    settings: {
      origin: ORIGIN,
      trustedOrigins: [],
      trustedProxies: 0,
      responseFloorMs: 0,
      guestWork: 0,
      guestCapsTimes: 1,
      cronSecret: null,
      linkSecret: "bench-link-secret-0123456789abcdef",
      production: true,
      supportEmail: "suporte@odys.test",
      openMailbox: false,
      version: "bench",
    },
  };
}
