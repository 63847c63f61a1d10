import { storedFiles } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";
import { keepMessageFile } from "./keep-message-file.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");

describe("a file for a message", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("a picture is drawn anew in its own shape, a PDF is kept as it is; both for whoever sent it", async () => {
    const { bia, clientId, professionalId } = await mintPair(app);
    const bytes = await sharp({
      create: { width: 2_400, height: 600, channels: 3, background: "#08f" },
    })
      .jpeg()
      .toBuffer();
    const picture = await keepMessageFile(app.ctx(bia), { clientId, bytes });
    const drawn = await sharp((await app.files.get(picture.id)) ?? undefined).metadata();
    expect([drawn.format, drawn.width, drawn.height]).toEqual(["webp", 2_000, 500]);
    const paper = await keepMessageFile(app.ctx(bia), { clientId, bytes: pdf });
    expect(await app.files.get(paper.id)).toEqual(pdf);
    const rows = await app.db
      .select()
      .from(storedFiles)
      .where(eq(storedFiles.professionalId, professionalId));
    expect(rows.map(({ userId, purpose }) => [userId, purpose])).toEqual([
      [bia.userId, "message"],
      [bia.userId, "message"],
    ]);
  });

  it.for([
    ["a page", "<html><script>alert(1)</script></html>"],
    ["a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["a PDF that was cut off", "%PDF-1.7\n1 0 obj"],
    ["an archive that says it is a PDF", "PK\u0003\u0004%PDF-1.7 %%EOF"],
    ["nothing", ""],
  ])("UNSUPPORTED_MEDIA_TYPE for %s, and nothing is kept", async ([, text]) => {
    const { bia, clientId } = await mintPair(app);
    const kept = app.files.kept.size;
    const bytes = new TextEncoder().encode(text);
    const refused = keepMessageFile(app.ctx(bia), { clientId, bytes });
    await expect(refused).rejects.toThrow("UNSUPPORTED_MEDIA_TYPE");
    expect(app.files.kept.size).toBe(kept);
  });

  it("FEATURE_NOT_IN_PLAN, and NOT_FOUND for strangers, before the storage is touched", async () => {
    const { clientId } = await mintPair(app);
    const kept = app.files.kept.size;
    const stranger = keepMessageFile(app.ctx(await mintUser(app)), { clientId, bytes: pdf });
    await expect(stranger).rejects.toThrow("NOT_FOUND");
    const poor = await mintPair(app, "free");
    const refused = keepMessageFile(app.ctx(poor.bia), { clientId: poor.clientId, bytes: pdf });
    await expect(refused).rejects.toThrow("FEATURE_NOT_IN_PLAN");
    expect(app.files.kept.size).toBe(kept);
  });
});
