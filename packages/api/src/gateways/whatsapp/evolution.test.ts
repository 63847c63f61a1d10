import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { message, remoteWhatsAppContract, whatsAppContract } from "./contract.ts";
import { createEvolutionWhatsApp } from "./evolution.ts";
import { nowhere } from "./testing/provider.ts";
import { startEvolutionFake } from "./testing/evolution-fake.ts";

describe("WhatsApp, Evolution API", () => {
  let fake: Awaited<ReturnType<typeof startEvolutionFake>>;
  beforeAll(async () => {
    fake = await startEvolutionFake();
  });
  beforeEach(() => {
    Object.assign(fake.state, { connection: "open", reason: null, trouble: null, throws: null });
  });
  afterAll(() => fake.close());

  const open = async () => ({
    gateway: createEvolutionWhatsApp(fake),
    received: fake.received,
    taps: false,
  });
  whatsAppContract(open);
  remoteWhatsAppContract(async () => ({
    gateway: (await open()).gateway,
    secret: fake.apiKey,
    toNowhere: createEvolutionWhatsApp({ ...fake, url: await nowhere() }),
    impatient: createEvolutionWhatsApp({ ...fake, timeoutMs: 50 }),
    withWrongKey: createEvolutionWhatsApp({ ...fake, apiKey: "wrong-key-0123456789" }),
    next: fake.next,
  }));

  it("a number without WhatsApp", async () => {
    const { gateway } = await open();
    fake.state.without.add("551132654321");
    expect(await gateway.send(message({ to: "+551132654321" }))).toEqual({
      outcome: "refused",
      reason: "no_whatsapp",
      detail: "exists: false",
    });
  });

  it("writes to an id without a number as it is", async () => {
    const { gateway } = await open();
    await gateway.send(message({ to: "123456789012345@lid" }));
    expect(fake.sent.at(-1)?.number).toBe("123456789012345@lid");
  });

  it("says what is known when the phone's line is down", async () => {
    const { gateway } = await open();
    fake.state.connection = "close";
    expect(await gateway.send(message())).toMatchObject({
      outcome: "refused",
      reason: "provider_down",
    });
    fake.state.connection = "open";
    fake.state.throws = "Error: Timed Out";
    expect(await gateway.send(message())).toMatchObject({ outcome: "unknown" });
  });

  it("an instance that is not there stops everything", async () => {
    const gateway = createEvolutionWhatsApp({ ...fake, instance: "other/one" });
    expect(await gateway.send(message())).toMatchObject({ reason: "account_stopped" });
  });

  it("tells a line that broke from a phone that unlinked us", async () => {
    const { gateway } = await open();
    fake.state.connection = "connecting";
    expect(await gateway.connection()).toEqual({ state: "connecting", detail: "connecting" });
    fake.state.connection = "close";
    expect(await gateway.connection()).toEqual({ state: "closed", detail: "close" });
    fake.state.reason = 401;
    expect(await gateway.connection()).toEqual({ state: "logged_out", detail: "reason 401" });
  });

  it("a restart that says 200 and means an error has failed, in its words", async () => {
    const { gateway } = await open();
    fake.state.trouble = `Error: "odys" is not connected, key ${fake.apiKey}, phone +5511987654321`;
    for (const answer of [await gateway.restart(), await gateway.connect()])
      expect(answer).toEqual({
        ok: false,
        detail: 'Error: "odys" is not connected, key [hidden], phone [number]',
      });
  });

  it("connecting hands on the code that a person has to scan", async () => {
    const { gateway } = await open();
    Object.assign(fake.state, { connection: "close", reason: 401 });
    expect(await gateway.connect()).toMatchObject({ ok: true, code: "2@qr-code-to-scan" });
    fake.state.reason = null;
    expect(await gateway.connect()).not.toHaveProperty("code");
  });
});
