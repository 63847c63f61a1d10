import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDesk, withTransaction } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { emit } from "./index.ts";

describe("emit", () => {
  let app: TestApp;
  let woken = 0;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let rui: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp({ outbox: { wake: () => void woken++, drain: async () => 0 } });
    [ana, rui] = [await mintPractice(app), await mintPractice(app)];
  });
  afterAll(() => app.close());
  const limit = (professionalId: string) => ({ professionalId, day: "2026-11-23" });

  it("stands in the outbox after the commit, with tenant and request, and wakes once", async () => {
    const ctx = app.ctx({ type: "anonymous" });
    woken = 0;
    await withDesk(ctx, ana.professionalId, async (_tx, inner) => {
      await emit(inner, "booking.plan_limit_hit", limit(ana.professionalId));
      await emit(inner, "accounts.email_verified", { userId: ana.userId });
      expect(woken).toBe(0);
    });
    expect(woken).toBe(1);
    const rows = await app.db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.requestId, ctx.requestId))
      .orderBy(outboxEvents.id);
    expect(rows.map((row) => [row.type, row.professionalId, row.dispatchedAt])).toEqual([
      ["booking.plan_limit_hit", ana.professionalId, null],
      ["accounts.email_verified", null, null],
    ]);
  });

  it("leaves nothing and wakes nobody when the change is rolled back", async () => {
    const ctx = app.ctx(ana.actor);
    woken = 0;
    const failing = withTransaction(ctx, async (_tx, inner) => {
      await emit(inner, "booking.plan_limit_hit", limit(ana.professionalId));
      throw new RangeError("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(woken).toBe(0);
    expect(await app.db.$count(outboxEvents, eq(outboxEvents.requestId, ctx.requestId))).toBe(0);
  });

  it("is refused in another tenant's name", async () => {
    const foreign = withTransaction(app.ctx(ana.actor), (_tx, inner) =>
      emit(inner, "booking.plan_limit_hit", limit(rui.professionalId)),
    );
    await expect(foreign).rejects.toThrow("NOT_FOUND");
  });

  it("is refused outside a transaction, and with a payload that no consumer could read", async () => {
    const ctx = app.ctx(ana.actor);
    await expect(emit(ctx, "accounts.email_verified", { userId: newId() })).rejects.toThrow(
      TypeError,
    );
    const broken = withTransaction(ctx, (_tx, inner) =>
      emit(inner, "accounts.email_verified", { userId: "nobody" }),
    );
    await expect(broken).rejects.toThrow("Invalid UUID");
  });
});
