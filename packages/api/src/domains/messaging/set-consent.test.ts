import { contactConsents } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";

describe("messaging.setConsent", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("writes down what the client said, once", async () => {
    const { asAna, clientId } = await mintPair(app);
    const word = { clientId, channel: "whatsapp" as const, granted: false };
    await asAna.setConsent(word);
    await asAna.setConsent(word);
    expect(await app.db.$count(contactConsents, eq(contactConsents.clientId, clientId))).toBe(1);
  });

  it("FORBIDDEN to grant again what the client took back themselves", async () => {
    const { asAna, clientId, professionalId } = await mintPair(app);
    const word = { channel: "whatsapp" as const, granted: false, source: "client" as const };
    await app.db.insert(contactConsents).values({ id: newId(), professionalId, clientId, ...word });
    const again = asAna.setConsent({ clientId, channel: "whatsapp", granted: true });
    await expect(again).rejects.toThrow("FORBIDDEN");
  });

  it("NOT_FOUND for another practice's client", async () => {
    const { clientId } = await mintPair(app);
    const rui = await mintPractice(app);
    const word = { clientId, channel: "mail" as const, granted: false };
    await expect(rui.caller.messaging.setConsent(word)).rejects.toThrow("NOT_FOUND");
  });
});
