import { outboxEvents } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPair } from "../../testing/talk.ts";
import { deleteUnsentFiles } from "./delete-unsent-files.ts";
import { keepMessageFile } from "./keep-message-file.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("a file that went with no message is gone after a day; one that did stays", async () => {
  const { bia, asBia, clientId } = await mintPair(app);
  const bytes = new TextEncoder().encode("%PDF-1.7\n%%EOF");
  const keep = () => keepMessageFile(app.ctx(bia), { clientId, bytes });
  const [sent, left] = [await keep(), await keep()];
  await asBia.sendMessage({ clientId, file: { id: sent.id, name: "a.pdf" } });
  const run = () => deleteUnsentFiles(app.ctx({ type: "cron" }));
  expect(await run()).toBe(0);
  app.clock.advance(25 * 3_600_000);
  expect([await run(), await run()]).toEqual([1, 0]);
  const dropped = await app.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "accounts.file_dropped"));
  expect(dropped).toEqual([{ payload: { fileId: left.id } }]);
});
