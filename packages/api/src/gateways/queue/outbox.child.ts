import { connect } from "@odys/db/client";
import { pino } from "pino";
import { systemClock, type Services } from "../../kernel/ports.ts";
import { testAuth, testMail, testWhatsApp } from "../../testing/gateways.ts";
import { createMemoryLive } from "../live/memory.ts";
import { createMemoryFiles } from "../file-storage/memory.ts";
import { createOutbox } from "./outbox.ts";

/** A process of its own that takes jobs and never finishes one, for a test to kill. */
const [url = ""] = process.argv.slice(2);
const services: Services = {
  db: connect(url, { max: 2 }).db,
  clock: systemClock,
  log: pino({ level: "silent" }),
  limiter: { consume: async () => ({ allowed: true }), close: async () => {} },
  outbox: { wake() {}, drain: async () => 0 },
  queue: {
    figures: async () => [],
    jobs: async () => [],
    replay: async () => false,
    replayDead: async () => 0,
  },
  refusals: { note() {} },
  auth: testAuth,
  mail: testMail(),
  whatsapp: testWhatsApp(),
  live: createMemoryLive(),
  files: createMemoryFiles(),
  settings: {
    origin: "http://odys.test",
    trustedOrigins: [],
    trustedProxies: 0,
    responseFloorMs: 0,
    guestWork: 0,
    guestCapsTimes: 1,
    cronSecret: null,
    linkSecret: "child-link-secret-0123456789abcdef",
    production: false,
    supportEmail: "suporte@odys.test",
    openMailbox: false,
    version: "test",
  },
  inTransaction: {},
  resolveActor: async () => ({ type: "anonymous" }),
};
const outbox = createOutbox({
  services,
  role: "worker",
  url,
  tuning: { retryDelaySeconds: 0 },
  consumers: [
    {
      name: "test.crash",
      on: ["accounts.email_verified"],
      handle: () => {
        process.stdout.write("taken\n");
        return new Promise(() => {});
      },
    },
  ],
});
await outbox.start();
process.stdout.write("started\n");
