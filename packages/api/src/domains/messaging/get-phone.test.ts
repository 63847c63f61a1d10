import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { message } from "../../gateways/whatsapp/contract.ts";
import { createLocalWhatsApp } from "../../gateways/whatsapp/local.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";

const recipient = "+5511912345678";

describe("messaging.getPhone", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("what was sent and what was answered, in the order in which it happened, and no other phone's", async () => {
    const { messaging } = app.anonymous();
    const gateway = createLocalWhatsApp(app);
    await gateway.send(message({ to: recipient, text: "um" }));
    await gateway.send(message({ to: "+5511912345679", text: "de outra pessoa" }));
    app.clock.advance(1_000);
    await messaging.answerAsClient({ recipient, text: "dois" });
    app.clock.advance(1_000);
    await gateway.send(message({ to: recipient, text: "três", buttons: [] }));
    const { bubbles } = await messaging.getPhone({ recipient });
    expect(bubbles.map(({ text, receipt, buttons }) => [text, receipt, buttons.length])).toEqual([
      ["um", "accepted", 2],
      ["dois", null, 0],
      ["três", "accepted", 0],
    ]);
  });

  it("one that has heard nothing is empty", async () => {
    const phone = await app.anonymous().messaging.getPhone({ recipient: "+5511900000000" });
    expect(phone.bubbles).toEqual([]);
  });
});
