import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const REMINDER = { template: "reminder24h", locale: "en" } as const;

describe("messaging.resetWording", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("takes the practice's own words away, twice as well as once, and nobody else's", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    for (const { messaging } of [caller, other.caller])
      await messaging.setWording({ ...REMINDER, opening: "", closing: "See you." });
    const first = await caller.messaging.resetWording(REMINDER);
    expect(first.wording).toBeNull();
    expect(first.whatsapp.text).not.toContain("See you.");
    expect(await caller.messaging.resetWording(REMINDER)).toEqual(first);
    const { items } = await other.caller.messaging.listTemplates({ locale: "en" });
    expect(items.find(({ template }) => template === "reminder24h")?.wording?.closing).toBe(
      "See you.",
    );
  });
});
