import { describe, expect, it } from "vitest";
import type { WhatsAppGateway, WhatsAppMessage } from "./port.ts";

let count = 0;
/** A message within an open window, unlike any other. */
export const message = (overrides: Partial<WhatsAppMessage> = {}): WhatsAppMessage => ({
  to: "+5511912345678",
  key: `contract-${process.pid}-${++count}`,
  text: `[Odys em nome de Ana]\n\nOlá, «Bia» 🐘! Até quinta, 14h. (${count})`,
  buttons: [
    { id: "confirm:1", title: "Confirmar" },
    { id: "cancel:1", title: "Cancelar" },
  ],
  template: { name: "reminder24h", locale: "pt-BR", params: ["Bia", "quinta, 14h"] },
  windowOpen: true,
  ...overrides,
});

/** What has reached the provider, as somebody reads it; `answers` are the titles that they may choose from. */
export type Received = { to: string; text: string; answers: string[] };

type Open = () => Promise<{
  gateway: WhatsAppGateway;
  received(): Promise<Received[]>;
  /** Whether answers can be tapped there; elsewhere the text says how to answer. */
  taps: boolean;
}>;

/** What every driver of the port does. */
export function whatsAppContract(open: Open): void {
  const sentBy = async ({ to, text }: WhatsAppMessage) => {
    const { received } = await open();
    return (await received()).filter((one) => one.to === to && one.text === text);
  };

  it("sends what it was given, letter by letter, with what can be answered", async () => {
    const { gateway, taps } = await open();
    const given = message();
    const sent = await gateway.send(given);
    expect(sent).toEqual({ outcome: "accepted", providerMessageId: expect.stringMatching(/.+/) });
    expect(await sentBy(given)).toEqual([
      { to: given.to, text: given.text, answers: taps ? ["Confirmar", "Cancelar"] : [] },
    ]);
  });

  it("sends what people write to each other, without buttons", async () => {
    const { gateway } = await open();
    const given = message({ buttons: [], template: null });
    expect(await gateway.send(given)).toMatchObject({ outcome: "accepted" });
    expect(await sentBy(given)).toEqual([{ to: given.to, text: given.text, answers: [] }]);
  });

  it("gives each message an id of its own", async () => {
    const { gateway } = await open();
    const sent = await Promise.all([1, 2, 3].map(() => gateway.send(message())));
    const ids = sent.map((one) => one.outcome === "accepted" && one.providerMessageId);
    expect(new Set(ids).size).toBe(3);
  });

  it("sends once for one key however often it is asked, if it says that it does", async () => {
    const { gateway } = await open();
    const given = message();
    const asked = await Promise.all(Array.from({ length: 5 }, () => gateway.send(given)));
    expect(await sentBy(given)).toHaveLength(gateway.deduplicates ? 1 : 5);
    const ids = new Set(asked.map((one) => JSON.stringify(one)));
    expect(ids.size).toBe(gateway.deduplicates ? 1 : 5);
  });

  it("says that it is connected", async () => {
    const { gateway } = await open();
    expect(await gateway.connection()).toMatchObject({ state: "open" });
    expect(await gateway.restart()).toMatchObject({ ok: true });
    expect(await gateway.connect()).toMatchObject({ ok: true });
  });
}

/** How a remote provider can fail us; `next` is what it does to the requests that follow. */
export type Unreliable = {
  gateway: WhatsAppGateway;
  secret: string;
  /** Gateways of the same kind: to an address where nobody listens, and with a wrong key. */
  toNowhere: WhatsAppGateway;
  /** One that soon gives up waiting. */
  impatient: WhatsAppGateway;
  withWrongKey: WhatsAppGateway;
  next(
    how: "cut" | "take and cut" | "hang" | "nonsense" | "elsewhere" | "bad gateway" | null,
  ): void;
};

/** What every driver does that speaks to somebody over a network: it says what is known, and throws never. */
export function remoteWhatsAppContract(open: () => Promise<Unreliable>): void {
  describe("over a network that fails", () => {
    it("refused: nobody listens there, so nothing has left", async () => {
      const { toNowhere } = await open();
      expect(await toNowhere.send(message())).toEqual({
        outcome: "refused",
        reason: "provider_down",
        detail: "ECONNREFUSED",
      });
      expect(await toNowhere.connection()).toMatchObject({ state: "unreachable" });
      expect(await toNowhere.restart()).toHaveProperty("ok");
      expect(await toNowhere.connect()).toHaveProperty("ok");
    });

    it.each(["cut", "take and cut", "nonsense", "bad gateway"] as const)(
      "unknown: it may have gone out (%s)",
      async (how) => {
        const { gateway, next } = await open();
        next(how);
        expect(await gateway.send(message())).toMatchObject({ outcome: "unknown" });
        next(null);
      },
    );

    it("unknown: it waits for an answer for so long and no longer", async () => {
      const { impatient, next } = await open();
      next("hang");
      expect(await impatient.send(message())).toEqual({ outcome: "unknown", detail: "timeout" });
      next(null);
    });

    it("is not led elsewhere, with its key", async () => {
      const { gateway, next } = await open();
      next("elsewhere");
      expect(await gateway.send(message())).toMatchObject({ outcome: "refused" });
      next(null);
    });

    it("a wrong key stops everything, and is told to nobody", async () => {
      const { withWrongKey, secret } = await open();
      const sent = await withWrongKey.send(message());
      expect(sent).toMatchObject({ outcome: "refused", reason: "account_stopped" });
      const said = [sent, await withWrongKey.connection(), await withWrongKey.restart()];
      expect(JSON.stringify(said)).not.toContain(secret);
      expect(JSON.stringify(said)).not.toContain("wrong");
    });
  });
}
