import { setTimeout as sleep } from "node:timers/promises";
import { deliverDue } from "@odys/api/domains/messaging/deliver-due";
import { processWebhooks } from "@odys/api/domains/messaging/process-webhooks";
import { jobContext } from "@odys/api/gateways/queue/run-job";
import { createCloudWhatsApp } from "@odys/api/gateways/whatsapp/cloud";
import { connect } from "@odys/db/client";
import { benchServices } from "../http/services.ts";

/** A worker in a process of its own, for the soak to kill: sends what is due and hears what was told. */
const [url = "", provider = ""] = process.argv.slice(2);
const services = benchServices(connect(url, { max: 6 }).db);
services.whatsapp = createCloudWhatsApp({
  token: "soak-token",
  phoneNumberId: "1",
  url: provider,
  timeoutMs: 1_000,
});
const ctx = jobContext(services, "messaging.deliver", null);
for (;;) {
  const done = (await deliverDue(ctx, { forMs: 1_000 })) + (await processWebhooks(ctx));
  if (done === 0) await sleep(50);
}
