import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("booking.listClientAppointments", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("one client's history, latest first, page by page, whatever became of it", async () => {
    const practice = await mintPractice(app);
    const { id: clientId } = await mintClient(app, practice.professionalId);
    await mintAppointment(app, practice);
    const on = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
    const made: string[] = [];
    for (const [day, status] of [
      [1, "completed"],
      [2, "no_show"],
      [2, "cancelled"],
      [3, "rejected"],
      [29, "confirmed"],
    ] as const)
      made.unshift(
        (await mintAppointment(app, practice, { clientId, startsAt: on(day), status })).id,
      );
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await practice.caller.booking.listClientAppointments({
        clientId,
        limit: 2,
        cursor,
      });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(made);
  });

  it("of somebody with whom nothing was agreed yet: nothing", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const { id: clientId } = await mintClient(app, professionalId);
    expect(await caller.booking.listClientAppointments({ clientId })).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it("NOT_FOUND for a client of another practice; VALIDATION_ERROR for a cursor of nobody's", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const { clientId } = await mintAppointment(app, theirs);
    const list = mine.caller.booking.listClientAppointments;
    await expect(list({ clientId })).rejects.toThrow("NOT_FOUND");
    await expect(list({ clientId, cursor: "x" })).rejects.toThrow("VALIDATION_ERROR");
  });
});
