import { professionals } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { readAvatar } from "./read-avatar.ts";
import { setAvatar } from "./set-avatar.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function withPicture() {
  const practice = await mintPractice(app);
  const { actor, professionalId } = practice;
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#08f" } })
    .png()
    .toBuffer();
  const { avatarUrl } = await setAvatar({ ...app.ctx(actor), professionalId }, { bytes });
  return { ...practice, id: avatarUrl.split("/").at(-1) ?? "" };
}

test("what a practice shows is shown to anybody", async () => {
  const { id } = await withPicture();
  const file = await readAvatar(app.services, id);
  expect(file).toMatchObject({ contentType: "image/webp" });
  expect((await sharp(await file.read()).metadata()).format).toBe("webp");
});

test("NOT_FOUND for what is shown nowhere: suspended, removed, never there", async () => {
  const suspended = await withPicture();
  await app.db
    .update(professionals)
    .set({ suspendedAt: new Date() })
    .where(eq(professionals.id, suspended.professionalId));
  const removed = await withPicture();
  await removed.caller.accounts.removeAvatar({});
  for (const id of [suspended.id, removed.id, newId()])
    await expect(readAvatar(app.services, id)).rejects.toThrow("NOT_FOUND");
});

test("NOT_FOUND where the bytes are gone", async () => {
  const { id } = await withPicture();
  await app.files.remove(id);
  const file = await readAvatar(app.services, id);
  await expect(file.read()).rejects.toThrow("NOT_FOUND");
});
