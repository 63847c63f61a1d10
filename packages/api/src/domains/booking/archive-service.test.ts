import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

describe("booking.archiveService", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("takes it off the page; saving it can put it back", async () => {
    const { caller, serviceId: id, slug } = await mintPractice(app);
    expect(await caller.booking.archiveService({ id })).toMatchObject({ id, active: false });
    expect(await caller.booking.archiveService({ id })).toMatchObject({ id, active: false });
    expect((await app.anonymous().booking.getPage({ slug })).services).toEqual([]);
    expect((await caller.booking.listServices({})).services).toHaveLength(1);

    const price = { amount: 12_000, currency: "BRL" as const };
    await caller.booking.saveService({ id, name: "De volta", durationMinutes: 50, price });
    expect((await app.anonymous().booking.getPage({ slug })).services).toEqual([]);
    await caller.booking.saveService({
      id,
      name: "De volta",
      durationMinutes: 50,
      price,
      active: true,
    });
    expect((await app.anonymous().booking.getPage({ slug })).services).toMatchObject([{ id }]);
  });

  it("NOT_FOUND for the service of another practice", async () => {
    const practice = await mintPractice(app);
    const other = await mintPractice(app);
    await expect(other.caller.booking.archiveService({ id: practice.serviceId })).rejects.toThrow(
      "NOT_FOUND",
    );
  });
});
