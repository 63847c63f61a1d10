import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("clients.get", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("tells how to reach somebody, and what came of their appointments", async () => {
    const practice = await mintPractice(app);
    const row = await mintClient(app, practice.professionalId, { email: "bia@example.com" });
    const on = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
    const each = [
      { startsAt: on(1), status: "completed", paymentStatus: "captured" },
      { startsAt: on(2), status: "completed", paymentStatus: "captured", priceAmount: 9_000 },
      { startsAt: on(3), status: "completed", paymentStatus: "refunded" },
      { startsAt: on(4), status: "no_show" },
      { startsAt: on(5), status: "no_show", paymentStatus: "captured", currency: "USD" },
      { startsAt: on(6), status: "rejected" },
      { startsAt: on(7), status: "cancelled" },
      { startsAt: on(30), status: "confirmed" },
    ] as const;
    for (const appointment of each)
      await mintAppointment(app, practice, { clientId: row.id, ...appointment });
    const { createdAt, paid, ...client } = await practice.caller.clients.get({ id: row.id });
    expect(client).toEqual({
      id: row.id,
      name: "Bia Cliente",
      phone: row.phone,
      email: "bia@example.com",
      archivedAt: null,
      visits: 3,
      noShows: 2,
      cancellations: 2,
      lastAt: on(3).toISOString(),
      nextAt: on(30).toISOString(),
      lastNoShowAt: on(5).toISOString(),
    });
    expect(Date.parse(createdAt)).toBeGreaterThan(0);
    expect(paid.toSorted((a, b) => a.amount - b.amount)).toEqual([
      { amount: 12_000, currency: "USD" },
      { amount: 21_000, currency: "BRL" },
    ]);
  });

  it("NOT_FOUND for a client of another practice, though it is the same person", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const row = await mintClient(app, theirs.professionalId);
    await mintClient(app, mine.professionalId, { phone: row.phone });
    await expect(mine.caller.clients.get({ id: row.id })).rejects.toThrow("NOT_FOUND");
  });

  it("NOT_FOUND for the client's own account, which is no practice", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const row = await mintClient(app, theirs.professionalId, { userId: mine.userId });
    await expect(mine.caller.clients.get({ id: row.id })).rejects.toThrow("NOT_FOUND");
    expect((await mine.caller.clients.list({})).items).toEqual([]);
  });
});
