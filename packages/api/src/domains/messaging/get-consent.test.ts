import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("the last word on each channel, with who said it and when; NOT_FOUND for another's", async () => {
  const { asAna, clientId } = await mintPair(app);
  expect(await asAna.getConsent({ clientId })).toEqual({ items: [] });
  await asAna.setConsent({ clientId, channel: "mail", granted: false });
  await asAna.setConsent({ clientId, channel: "mail", granted: true });
  await asAna.setConsent({ clientId, channel: "whatsapp", granted: false });
  const at = new Date(app.clock.now()).toISOString();
  expect(await asAna.getConsent({ clientId })).toEqual({
    items: [
      { channel: "whatsapp", granted: false, source: "professional", at },
      { channel: "mail", granted: true, source: "professional", at },
    ],
  });
  const rui = await mintPractice(app);
  await expect(rui.caller.messaging.getConsent({ clientId })).rejects.toThrow("NOT_FOUND");
});
