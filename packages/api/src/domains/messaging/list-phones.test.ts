import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalMail } from "../../gateways/mail/local.ts";
import { message } from "../../gateways/whatsapp/contract.ts";
import { createLocalWhatsApp } from "../../gateways/whatsapp/local.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";

describe("messaging.listPhones", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("each phone once with its last message, the latest first; mailboxes are none", async () => {
    const gateway = createLocalWhatsApp(app);
    for (const [to, text] of [
      ["+5511900000002", "a"],
      ["+5511900000001", "b"],
      ["+5511900000002", "c"],
    ] as const) {
      await gateway.send(message({ to, text }));
      app.clock.advance(1_000);
    }
    const letter = { to: "bia@example.com", subject: "s", text: "t", html: "h", dedupeKey: "k" };
    await createLocalMail(app).send(letter);
    expect(await app.anonymous().messaging.listPhones({})).toEqual([
      { recipient: "+5511900000002", lastText: "c", lastAt: "2026-11-23T12:00:02.000Z" },
      { recipient: "+5511900000001", lastText: "b", lastAt: "2026-11-23T12:00:01.000Z" },
    ]);
  });
});
