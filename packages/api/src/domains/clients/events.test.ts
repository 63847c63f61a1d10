import { clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumers } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("a verified address links its client rows, however often the job runs, and so it is wired", async () => {
  const consumer = consumers.find(({ name }) => name === "clients.link-user");
  expect(consumer?.on).toEqual(["accounts.email_verified"]);
  const { professionalId } = await mintPractice(app);
  const user = await mintUser(app);
  const row = await mintClient(app, professionalId, { email: user.email });
  for (let run = 0; run < 3; run++)
    await consumer?.handle(
      app.ctx({ type: "job", queue: "clients.link-user" }),
      { type: "accounts.email_verified", payload: { userId: user.userId } },
      newId(),
    );
  const [found] = await app.db.select().from(clients).where(eq(clients.id, row.id));
  expect(found?.userId).toBe(user.userId);
});
