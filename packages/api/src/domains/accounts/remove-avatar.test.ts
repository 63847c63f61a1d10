import { outboxEvents, storedFiles } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumers } from "../../root.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { setAvatar } from "./set-avatar.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("the picture goes, its row, and after the commit its bytes, as do those it replaced", async () => {
  const { actor, professionalId, caller } = await mintPractice(app);
  const ctx = { ...app.ctx(actor), professionalId };
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#08f" } })
    .png()
    .toBuffer();
  for (let times = 0; times < 2; times++) await setAvatar(ctx, { bytes });
  for (let times = 0; times < 2; times++) await caller.accounts.removeAvatar({});
  expect(await caller.accounts.getProfile()).toMatchObject({ avatarUrl: null });
  expect(
    await app.db.select().from(storedFiles).where(eq(storedFiles.professionalId, professionalId)),
  ).toEqual([]);

  expect(app.files.kept.size).toBe(2);
  const consumer = consumers.find(({ name }) => name === "accounts.remove-file");
  const dropped = await app.db
    .select()
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "accounts.file_dropped"));
  expect(dropped).toHaveLength(2);
  for (const { payload, id } of [...dropped, ...dropped]) {
    const fileId = String(payload["fileId"]);
    await consumer?.handle(
      app.ctx({ type: "job", queue: "accounts.remove-file" }),
      { type: "accounts.file_dropped", payload: { fileId } },
      id,
    );
  }
  expect(app.files.kept.size).toBe(0);
});
