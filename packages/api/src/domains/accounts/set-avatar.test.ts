import { professionals } from "@odys/db/schema/accounts";
import { storedFiles } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { setAvatar } from "./set-avatar.ts";

let app: TestApp;
let bytes: Uint8Array;
beforeAll(async () => {
  app = await createTestApp();
  bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#08f" } })
    .png()
    .toBuffer();
});
afterAll(() => app.close());

type Practice = Awaited<ReturnType<typeof mintPractice>>;
const contextOf = ({ actor, professionalId }: Practice) => ({ ...app.ctx(actor), professionalId });
const filesOf = ({ professionalId }: Practice) =>
  app.db
    .select({ id: storedFiles.id, size: storedFiles.size, avatarId: professionals.avatarId })
    .from(storedFiles)
    .innerJoin(professionals, eq(professionals.id, storedFiles.professionalId))
    .where(eq(storedFiles.professionalId, professionalId));

test("keeps the picture under a new id, which the practice names", async () => {
  const practice = await mintPractice(app);
  const { avatarUrl } = await setAvatar(contextOf(practice), { bytes });
  const [file] = await filesOf(practice);
  expect(avatarUrl).toBe(`/api/files/${file?.id}`);
  expect(file?.avatarId).toBe(file?.id);
  expect((await app.files.get(file?.id ?? ""))?.length).toBe(file?.size);
});

test("three at once leave one picture and one row", async () => {
  const practice = await mintPractice(app);
  await Promise.all([1, 2, 3].map(() => setAvatar(contextOf(practice), { bytes })));
  const rows = await filesOf(practice);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.avatarId).toBe(rows[0]?.id);
});

test("a storage that does not answer leaves everything as it was", async () => {
  const practice = await mintPractice(app);
  await setAvatar(contextOf(practice), { bytes });
  const before = await filesOf(practice);
  const put = () => Promise.reject(new Error("disk full"));
  const ctx = { ...contextOf(practice), files: { ...app.files, put } };
  await expect(setAvatar(ctx, { bytes })).rejects.toThrow("disk full");
  expect(await filesOf(practice)).toEqual(before);
});

test("a practice that is not the caller's stays as it is, and nothing is left in the storage", async () => {
  const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
  const kept = app.files.kept.size;
  const ctx = { ...contextOf(mine), professionalId: theirs.professionalId };
  await expect(setAvatar(ctx, { bytes })).rejects.toThrow("NOT_FOUND");
  expect(await filesOf(theirs)).toEqual([]);
  expect(app.files.kept.size).toBe(kept);
});

test("UNSUPPORTED_MEDIA_TYPE for what is no picture", async () => {
  const practice = await mintPractice(app);
  const text = new TextEncoder().encode("<svg/>");
  await expect(setAvatar(contextOf(practice), { bytes: text })).rejects.toThrow(
    "UNSUPPORTED_MEDIA_TYPE",
  );
});
