import { outboxEvents, webhookEvents } from "@odys/db/schema/ops";
import { type WhatsAppUpdate, whatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createCloudWebhook } from "../../gateways/whatsapp/cloud-webhook.ts";
import { createEvolutionWebhook } from "../../gateways/whatsapp/evolution-webhook.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { odysDoors } from "../index.ts";
import { serve } from "./serve.ts";

export const VERIFY_TOKEN = "fake-verify-token-0123456789";
export const SECRET = "fake-webhook-secret-0123456789abcdef";

/** For the tests of WhatsApp's webhooks: our doors on a real port, and what they have written down. */
export function webhookBench() {
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
  let app: TestApp;
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    app = await createTestApp({
      webhooks: [
        createCloudWebhook({
          appSecret: "fake-app-secret-0123456789abcdef",
          verifyToken: VERIFY_TOKEN,
          phoneNumberId: "106540352242922",
          log,
        }),
        createEvolutionWebhook({ secret: SECRET, instance: "odys", log }),
      ],
    });
    server = await serve(odysDoors, app.services);
  });
  beforeEach(async () => {
    await app.db.delete(webhookEvents);
    await app.db.delete(outboxEvents);
    lines.length = 0;
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  return {
    lines,
    get app() {
      return app;
    },
    get: (path: string) => server.send({ path }),
    async post(path: string, body: string | Uint8Array, headers: Record<string, string>) {
      const answer = await server.send({ method: "POST", path, body, headers });
      return { status: answer.status, json: JSON.parse(answer.body.toString()) };
    },
    /** What has been written down, each as the job will read it. */
    async told(): Promise<Record<string, WhatsAppUpdate>> {
      const rows = await app.db.select().from(webhookEvents);
      const read = rows.map(({ key, payload }) => [key, whatsAppUpdate.parse(payload)] as const);
      return Object.fromEntries(read);
    },
    wakings: () => app.db.$count(outboxEvents),
  };
}
