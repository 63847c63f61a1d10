import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTransaction } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { onChange } from "./on-change.ts";

describe("booking.onChange", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  /** A practice that looks at its agenda; `told` counts what it heard since it began. */
  async function watched() {
    const practice = await mintPractice(app);
    const ctx = { ...app.ctx(practice.actor), professionalId: practice.professionalId };
    const leaving = new AbortController();
    const listener = { ...practice, ctx, told: -1, leave: () => leaving.abort() };
    const read = async () => {
      for await (const { data } of onChange(ctx, {}, leaving.signal)) {
        expect(data).toEqual({});
        listener.told++;
      }
    };
    void read();
    await expect.poll(() => listener.told).toBe(0);
    return listener;
  }

  it("tells the practice whose appointment changed, whoever changed it, and no other", async () => {
    const [ana, rui] = [await watched(), await watched()];
    const { id } = await mintAppointment(app, ana);
    await ana.caller.booking.confirm({ id });
    await expect.poll(() => ana.told).toBe(1);
    await app.anonymous().booking.book({
      slug: ana.slug,
      serviceId: ana.serviceId,
      startsAt: "2026-12-02T12:00:00.000Z",
      name: "Bia",
      phone: "+5511912345678",
    });
    await expect.poll(() => ana.told).toBe(2);
    await ana.caller.booking.markPaid({ id });
    await expect.poll(() => ana.told).toBe(3);
    expect(rui.told).toBe(0);
    ana.leave();
    rui.leave();
    await expect.poll(() => app.services.live.listeners()).toBe(0);
  });

  it("tells of its clients as well", async () => {
    const ana = await watched();
    const { id } = await ana.caller.clients.create({ name: "Bia", phone: "+5511912345670" });
    await expect.poll(() => ana.told).toBe(1);
    await ana.caller.clients.update({ id, name: "Beatriz" });
    await expect.poll(() => ana.told).toBe(2);
    await ana.caller.clients.archive({ id, archived: true });
    await expect.poll(() => ana.told).toBe(3);
    ana.leave();
  });

  it("tells nothing of what was undone", async () => {
    const ana = await watched();
    const { id } = await mintAppointment(app, ana);
    const undone = withTransaction(ana.ctx, async (_tx, ctx) => {
      await app.as(ana.actor).booking.listServices({});
      ctx.open?.afterCommit.changed.add(`professional:${ana.professionalId}`);
      throw new RangeError("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(ana.told).toBe(0);
    await ana.caller.booking.reject({ id });
    await expect.poll(() => ana.told).toBe(1);
    ana.leave();
  });
});
