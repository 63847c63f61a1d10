import { localMessages } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EventConsumer } from "../../kernel/ports.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { runEventJob } from "./run-job.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("what a failed job leaves in its row says what failed, and nobody's data", async () => {
  const consumer: EventConsumer = {
    name: "test.failing",
    on: ["accounts.email_verified"],
    async handle() {
      const letter = { recipient: "bia@example.com", subject: "s", text: "t", html: "h" };
      // No such channel: the database refuses the row, and the driver tells of all its values.
      const row = { id: newId(), channel: "pigeon" as "mail", dedupeKey: "k", ...letter };
      await app.db.insert(localMessages).values(row);
    },
  };
  const result = await runEventJob(app.services, consumer, {
    id: newId(),
    data: { type: "accounts.email_verified", payload: { userId: newId() }, requestId: null },
    retryCount: 0,
    retryLimit: 3,
    createdOn: new Date(),
  });
  expect(result.status).toBe("failed");
  expect(JSON.stringify(result.output)).toContain("local_messages");
  expect(JSON.stringify(result)).not.toContain("bia@example.com");
});
