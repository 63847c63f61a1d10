import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel } from "./delivery.ts";
import { movesForward } from "./ledger.ts";
import { afterReceipt } from "./receipts.ts";

const NOW = Date.parse("2026-11-23T12:00:00.000Z");
const AT = "2026-11-23T11:59:00.000Z";
type Kind = "sent" | "delivered" | "read" | "failed";

const start = (channels: Channel[] = ["whatsapp", "mail"]) => ({
  attempt: {
    channel: "whatsapp" as const,
    state: "accepted" as const,
    reason: null,
    providerMessageId: "wamid",
    acceptedAt: null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    failedAt: null,
  },
  delivery: {
    channels,
    channel: "whatsapp" as const,
    state: "accepted" as const,
    reason: null,
    tries: 1,
    nextAt: new Date(NOW + 60_000),
  },
});
const tell = (kinds: readonly Kind[], channels?: Channel[]) =>
  kinds.reduce(
    (known, receipt) =>
      afterReceipt(known, { providerMessageId: "wamid", receipt, reason: null, at: AT }, NOW),
    start(channels) as Parameters<typeof afterReceipt>[0],
  );

describe("what a receipt changes", () => {
  it("on one channel, the end of any telling is the greatest of what was told", () => {
    const kinds = fc.array(fc.constantFrom<Kind>("sent", "delivered", "read", "failed"), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(kinds, (told) => {
        const end = told.reduce((a, b) => (movesForward(a, b) ? b : a));
        const { attempt, delivery } = tell(told, ["whatsapp"]);
        expect([attempt.state, delivery.state]).toEqual([end, end]);
        expect(delivery.nextAt === null).toBe(end !== "sent");
      }),
    );
  });

  it("a failure leads to the next channel once; what was seen meanwhile ends it there", () => {
    const failed = tell(["failed", "failed", "sent"]);
    expect(failed.delivery).toMatchObject({ state: "queued", channel: "mail", tries: 0 });
    expect(failed.delivery).toMatchObject({ nextAt: new Date(NOW), reason: "refused" });
    const seen = tell(["failed", "delivered"]);
    expect(seen.delivery).toMatchObject({ state: "delivered", nextAt: null, reason: null });
  });

  it("what is told again leaves the delivery as the very same object, and the first time it names", () => {
    const read = tell(["read"]);
    const later = { providerMessageId: "wamid", receipt: "read" as const, reason: null };
    const again = afterReceipt(read, { ...later, at: "2026-11-23T12:30:00.000Z" }, NOW);
    expect(again.delivery).toBe(read.delivery);
    expect(again.attempt.readAt).toEqual(new Date(AT));
  });
});
