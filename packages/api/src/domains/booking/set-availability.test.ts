import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const window = (dayOfWeek: number, startTime: string, endTime: string) => ({
  dayOfWeek,
  startTime,
  endTime,
});

describe("booking.setAvailability", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 20 });
  });
  afterAll(() => app.close());

  it("replaces the whole week, of this practice alone", async () => {
    const { caller } = await mintPractice(app);
    const other = await mintPractice(app);
    const windows = [window(1, "08:00", "12:00"), window(1, "12:00", "24:00")];
    expect((await caller.booking.setAvailability({ windows })).windows).toEqual(windows);
    expect((await caller.booking.getAvailability({})).windows).toEqual(windows);
    expect((await other.caller.booking.getAvailability({})).windows).toHaveLength(7);
    expect((await caller.booking.setAvailability({ windows: [] })).windows).toEqual([]);
  });

  it("VALIDATION_ERROR by the database's word when windows overlap, and the week stays", async () => {
    const { caller, actor } = await mintPractice(app);
    const windows = [window(1, "08:00", "12:00"), window(1, "11:59", "13:00")];
    // The same answer under a key, where a transaction is open already.
    for (const by of [caller, app.as(actor, { "idempotency-key": "overlap-0001" })])
      await expect(by.booking.setAvailability({ windows })).rejects.toMatchObject({
        message: "VALIDATION_ERROR",
        cause: { details: { fields: { windows: ["overlap"] } } },
      });
    expect((await caller.booking.getAvailability({})).windows).toHaveLength(7);
  });

  it("VALIDATION_ERROR for a window that ends before it starts", async () => {
    const { caller } = await mintPractice(app);
    for (const bad of [window(1, "12:00", "08:00"), window(1, "08:00", "08:00")])
      await expect(caller.booking.setAvailability({ windows: [bad] })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
  });

  it("of many at once the last one's week stands whole", async () => {
    const { caller } = await mintPractice(app);
    const weeks = Array.from({ length: 20 }, (_, n) => [
      window(n % 7, "08:00", "12:00"),
      window(n % 7, "13:00", `${14 + (n % 9)}:00`),
    ]);
    const answers = await Promise.all(
      weeks.map((windows) => caller.booking.setAvailability({ windows })),
    );
    expect(answers.map(({ windows }) => windows)).toEqual(weeks);
    expect(weeks).toContainEqual((await caller.booking.getAvailability({})).windows);
  });
});
