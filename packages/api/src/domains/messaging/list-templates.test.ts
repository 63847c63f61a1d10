import { CLIENT_TEMPLATES } from "@odys/shared/messaging/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("messaging.listTemplates", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("shows every message to clients as it reads on both channels, in the practice's language", async () => {
    const { caller } = await mintPractice(app, { professional: { name: "Estúdio *Lua*" } });
    const { items } = await caller.messaging.listTemplates({});
    expect(items.map(({ template }) => template)).toEqual([...CLIENT_TEMPLATES]);
    for (const { locale, wording, whatsapp, mail } of items) {
      expect([locale, wording]).toEqual(["pt-BR", null]);
      expect(whatsapp.text).toContain("em nome de Estúdio ∗Lua∗");
      expect(mail.html).toContain("em nome de Estúdio *Lua*");
    }
    const reminder = items.find(({ template }) => template === "reminder24h");
    expect(reminder?.whatsapp.buttons).toEqual(["Confirmar", "Remarcar", "Cancelar"]);
  });

  it("has the practice's own words in the language they are of, and nobody else's", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    const own = { opening: "Que bom te ver.", closing: "Traga um caderno." };
    await caller.messaging.setWording({ template: "bookingConfirmed", locale: "pt-BR", ...own });
    const find = async (who: typeof caller, locale: "pt-BR" | "en") =>
      (await who.messaging.listTemplates({ locale })).items.find(
        ({ template }) => template === "bookingConfirmed",
      );
    const mine = await find(caller, "pt-BR");
    expect(mine?.wording).toEqual(own);
    for (const said of [mine?.whatsapp.text, mine?.mail.text, mine?.mail.html])
      for (const word of [own.opening, own.closing]) expect(said).toContain(word);
    expect((await find(caller, "en"))?.wording).toBeNull();
    expect((await find(other.caller, "pt-BR"))?.wording).toBeNull();
  });
});
