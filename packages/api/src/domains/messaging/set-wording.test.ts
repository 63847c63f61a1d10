import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const REMINDER = { template: "reminder24h", locale: "pt-BR" } as const;

describe("messaging.setWording", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("keeps the last words, and what has to be said stays", async () => {
    const { caller, professionalId } = await mintPractice(app);
    await caller.messaging.setWording({ ...REMINDER, opening: "Um", closing: "Dois" });
    const { whatsapp, wording } = await caller.messaging.setWording({
      ...REMINDER,
      opening: "",
      closing: "Traga <b>*toalha*</b>.",
    });
    expect(wording).toEqual({ opening: "", closing: "Traga <b>*toalha*</b>." });
    expect(whatsapp.text).toContain("espera por você. ");
    expect(whatsapp.text).toContain("Traga <b›∗toalha∗</b›.");
    expect(whatsapp.text).toMatch(/Responda \*1\* para confirmar/);
    const kept = eq(messageWordings.professionalId, professionalId);
    expect(await app.db.$count(messageWordings, kept)).toBe(1);
  });

  it("VALIDATION_ERROR for links, for too much, for more than a line and for what is no client's", async () => {
    const { caller } = await mintPractice(app);
    for (const wrong of [
      { closing: "Compre em https://example.com" },
      { closing: "Compre em loja.com.br" },
      { closing: "Compre em www.loja" },
      { closing: "Fale com ana@example" },
      { closing: "a\nb" },
      { closing: "x".repeat(161) },
      { closing: "", template: "bookingRequest" },
      { closing: "", locale: "xx" },
      { closing: "", professionalId: "x" },
    ])
      await expect(
        caller.messaging.setWording({ ...REMINDER, opening: "", ...wrong } as never),
      ).rejects.toThrow("VALIDATION_ERROR");
    const said = "Pontualmente às 14.30, por favor... Até já!";
    await caller.messaging.setWording({ ...REMINDER, opening: said, closing: "" });
  });
});
