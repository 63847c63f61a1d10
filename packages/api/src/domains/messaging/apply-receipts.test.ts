import { deliveries } from "@odys/db/schema/messaging/deliveries";
import type { Receipt } from "@odys/shared/messaging/delivery";
import { movesForward } from "@odys/shared/messaging/ledger";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, ledgerOf, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { applyReceipts } from "./apply-receipts.ts";

describe("what a provider tells of a message", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let appointment: Awaited<ReturnType<typeof mintAppointment>>;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId, { email: "bia@example.com" });
    appointment = await mintAppointment(app, ana, { clientId: client.id, status: "confirmed" });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.delete(deliveries);
    app.mail.sent.length = 0;
  });

  async function sent(channels: ("whatsapp" | "mail")[] = ["whatsapp", "mail"]) {
    const id = await mintDelivery(app, ana, appointment, { channels });
    await deliverNow(app);
    const { attempts } = await ledgerOf(app, id);
    return { id, wamid: attempts[0]?.providerMessageId ?? "", key: attempts[0]?.id ?? "" };
  }
  const tellAll = (told: readonly (readonly [string, Receipt, string?])[]) =>
    applyReceipts(
      app.ctx({ type: "job", queue: "messaging.receive" }),
      "local",
      told.map(([providerMessageId, receipt, key]) => ({
        providerMessageId,
        key: key ?? null,
        receipt,
        reason: receipt === "failed" ? ("refused" as const) : null,
        at: "2026-11-23T12:00:05.000Z",
      })),
    );
  const tell = async (...told: [string, Receipt, string?]) => (await tellAll([told]))[0];

  it("moves on from accepted to read, and nobody is written to elsewhere", async () => {
    const { id, wamid } = await sent();
    for (const receipt of ["sent", "delivered", "read"] as const) {
      expect(await tell(wamid, receipt)).toBe(true);
      expect(await ledgerOf(app, id)).toMatchObject({
        state: receipt,
        attempts: [{ state: receipt }],
      });
    }
    app.clock.advance(3_600_000);
    expect(await deliverNow(app)).toBe(0);
    expect(app.mail.sent).toEqual([]);
    const { attempts } = await ledgerOf(app, id);
    expect(attempts[0]?.readAt?.toISOString()).toBe("2026-11-23T12:00:05.000Z");
  });

  it("a failure leads to the next channel; told again it does nothing more", async () => {
    const { id, wamid } = await sent();
    await tell(wamid, "failed");
    await tell(wamid, "failed");
    expect(await ledgerOf(app, id)).toMatchObject({ state: "queued", channel: "mail" });
    await deliverNow(app);
    await tell(wamid, "failed");
    expect(app.mail.sent).toHaveLength(1);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "accepted", channel: "mail" });

    const last = await sent(["whatsapp"]);
    await tell(last.wamid, "failed");
    expect(await ledgerOf(app, last.id)).toMatchObject({ state: "failed", reason: "refused" });
    // It was read after all.
    await tell(last.wamid, "read");
    expect(await ledgerOf(app, last.id)).toMatchObject({ state: "read", reason: null });
  });

  it("what arrived late on the first channel stops what waits for the second", async () => {
    const { id, wamid } = await sent();
    await tell(wamid, "failed");
    await tell(wamid, "delivered");
    expect(await deliverNow(app)).toBe(0);
    expect(app.mail.sent).toEqual([]);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "delivered" });
  });

  it("finds a message by our key before the provider's id is known, and knows no others", async () => {
    const { id, key } = await sent();
    expect(await tell("wamid.early", "delivered", key)).toBe(true);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "delivered" });
    expect(await tell("wamid.nobodys", "delivered", "not-a-key")).toBe(false);
  });

  it("of many at once each finds its own, in the order in which they are told", async () => {
    const [one, other] = [await sent(), await sent()];
    const known = await tellAll([
      [one.wamid, "sent"],
      ["wamid.nobodys", "read"],
      [other.wamid, "failed"],
      [one.wamid, "read"],
      ["wamid.early", "sent", other.key],
    ]);
    expect(known).toEqual([true, false, true, true, true]);
    expect(await ledgerOf(app, one.id)).toMatchObject({ state: "read" });
    expect(await ledgerOf(app, other.id)).toMatchObject({ state: "queued", channel: "mail" });
    await deliverNow(app);
    expect(app.mail.sent).toHaveLength(1);
  });

  it("lost, doubled, in any order, from two sides at once: the end is the one that the order has", async () => {
    const order: Receipt[] = ["sent", "delivered", "read", "failed"];
    for (const [index, told] of fc
      .sample(fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 8 }), {
        numRuns: 30,
        seed: 7,
      })
      .entries()) {
      const { id, wamid } = await sent(["whatsapp"]);
      if (index % 3 === 2) await tellAll(told.map((receipt) => [wamid, receipt] as const));
      else if (index % 3) await Promise.all(told.map((receipt) => tell(wamid, receipt)));
      else for (const receipt of told) await tell(wamid, receipt);
      const end = told.reduce<Receipt>(
        (state, next) => (movesForward(state, next) ? next : state),
        "accepted",
      );
      expect(await ledgerOf(app, id)).toMatchObject({ state: end, attempts: [{ state: end }] });
    }
  });
});
