import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCloudWhatsApp } from "./cloud.ts";
import { message, remoteWhatsAppContract, whatsAppContract } from "./contract.ts";
import { nowhere } from "./testing/provider.ts";
import { startCloudFake } from "./testing/cloud-fake.ts";

describe("WhatsApp, Cloud API", () => {
  let fake: Awaited<ReturnType<typeof startCloudFake>>;
  beforeAll(async () => {
    fake = await startCloudFake();
  });
  beforeEach(() => void (fake.state.code = null));
  afterAll(() => fake.close());

  const open = async () => ({
    gateway: createCloudWhatsApp(fake),
    received: fake.received,
    taps: true,
  });
  whatsAppContract(open);
  remoteWhatsAppContract(async () => ({
    gateway: (await open()).gateway,
    secret: fake.token,
    toNowhere: createCloudWhatsApp({ ...fake, url: await nowhere() }),
    impatient: createCloudWhatsApp({ ...fake, timeoutMs: 50 }),
    withWrongKey: createCloudWhatsApp({ ...fake, token: "wrong-token-EAAB9876" }),
    next: fake.next,
  }));

  it("sends the registered template while the window is closed, each button with its payload", async () => {
    const { gateway } = await open();
    const given = message({ windowOpen: false });
    expect(await gateway.send(given)).toMatchObject({ outcome: "accepted" });
    expect(fake.sent.at(-1)).toMatchObject({
      messaging_product: "whatsapp",
      to: "5511912345678",
      biz_opaque_callback_data: given.key,
      template: {
        name: "reminder24h",
        language: { code: "pt_BR" },
        components: [
          {
            type: "body",
            parameters: [
              { type: "text", text: "Bia" },
              { type: "text", text: "quinta, 14h" },
            ],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "confirm:1" }],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "1",
            parameters: [{ type: "payload", payload: "cancel:1" }],
          },
        ],
      },
    });
  });

  it("a parameter is one line and never empty, whatever a name holds", async () => {
    const { gateway } = await open();
    const params = ["Bia\n\tSouza", " ", "a      b"];
    const template = { name: "x", locale: "en", params } as const;
    await gateway.send(message({ windowOpen: false, buttons: [], template }));
    expect(fake.sent.at(-1)).toMatchObject({
      template: {
        language: { code: "en" },
        components: [{ parameters: [{ text: "Bia Souza" }, { text: "–" }, { text: "a   b" }] }],
      },
    });
  });

  it("does not even ask with a free text while the window is closed", async () => {
    const { gateway } = await open();
    const before = fake.sent.length;
    expect(await gateway.send(message({ windowOpen: false, template: null }))).toMatchObject({
      outcome: "refused",
      reason: "outside_window",
    });
    expect(fake.sent).toHaveLength(before);
  });

  it("writes to somebody without a number by the id that WhatsApp gave them", async () => {
    const { gateway } = await open();
    await gateway.send(message({ to: "BR.1502576394655843" }));
    const sent = fake.sent.at(-1);
    expect([sent?.to, sent?.recipient]).toEqual([undefined, "BR.1502576394655843"]);
  });

  it("a text that does not fit above buttons goes without them, one that fits nowhere does not go", async () => {
    const { gateway } = await open();
    await gateway.send(message({ text: "a".repeat(1025) }));
    expect(fake.sent.at(-1)?.type).toBe("text");
    expect(await gateway.send(message({ text: "a".repeat(4097) }))).toMatchObject({
      outcome: "refused",
      reason: "refused",
    });
  });

  it.each([
    [131026, "no_whatsapp"],
    [130472, "refused"],
    [131047, "outside_window"],
    [131049, "slow_down"],
    [131050, "opted_out"],
    [131056, "slow_down"],
    [130429, "slow_down"],
    [131048, "account_stopped"],
    [131031, "account_stopped"],
    [131042, "account_stopped"],
    [368, "account_stopped"],
    [190, "account_stopped"],
    [131000, "provider_down"],
    [131016, "provider_down"],
    [132000, "template_wrong"],
    [132001, "template_wrong"],
    [132015, "template_wrong"],
    [999999, "refused"],
  ])("error %i means %s", async (code, reason) => {
    const { gateway } = await open();
    fake.state.code = { http: 400, code };
    const sent = await gateway.send(message());
    expect(sent).toMatchObject({ outcome: "refused", reason, detail: `code ${code}` });
    const wait = sent.outcome === "refused" ? sent.retryAfterSeconds : undefined;
    expect(wait !== undefined).toBe(reason === "slow_down");
  });

  it("an account that is stopped counts as logged out, a trouble that passes does not", async () => {
    const { gateway } = await open();
    fake.state.code = { http: 400, code: 131031 };
    expect(await gateway.connection()).toMatchObject({ state: "logged_out" });
    fake.state.code = { http: 500, code: 131000 };
    expect(await gateway.connection()).toMatchObject({ state: "unreachable" });
  });
});
