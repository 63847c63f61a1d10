import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

describe("booking.listAppointments", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  /** In São Paulo: 30 Nov 23:00, 1 Dec 00:00, 1 Dec 22:30, 2 Dec 00:00; the last one is rejected. */
  const STARTS = ["2026-12-01T02", "2026-12-01T03", "2026-12-02T01:30", "2026-12-02T03"].map(
    (text) => new Date(`${text.padEnd(16, ":00")}:00.000Z`),
  );

  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
    for (const [index, startsAt] of STARTS.entries())
      await mintAppointment(app, practice, {
        startsAt,
        status: index === 3 ? "rejected" : "confirmed",
      });
    const other = await mintPractice(app);
    await mintAppointment(app, other, { startsAt: STARTS[1] });
  });
  afterAll(() => app.close());

  const startsOf = (answer: { items: { startsAt: string }[] }) =>
    answer.items.map((item) => new Date(item.startsAt));

  it("days are the professional's, both included, and the practice's own only", async () => {
    const list = (from?: string, to?: string) =>
      practice.caller.booking.listAppointments({ from, to }).then(startsOf);
    expect(await list()).toEqual(STARTS);
    expect(await list("2026-12-01", "2026-12-01")).toEqual(STARTS.slice(1, 3));
    expect(await list("2026-12-02")).toEqual(STARTS.slice(3));
    expect(await list(undefined, "2026-11-30")).toEqual(STARTS.slice(0, 1));
  });

  it("by status", async () => {
    const rejected = await practice.caller.booking.listAppointments({ status: ["rejected"] });
    expect(startsOf(rejected)).toEqual(STARTS.slice(3));
  });

  it("page by page gives each once, also those that start together", async () => {
    const busy = await mintPractice(app);
    const startsAt = new Date("2026-12-05T12:00:00.000Z");
    for (let i = 0; i < 5; i++) await mintAppointment(app, busy, { startsAt, status: "cancelled" });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await busy.caller.booking.listAppointments({ limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
  });

  it.for(["", "nonsense", Buffer.from("0000-01-01T00:00:00.000Z|x").toString("base64url")])(
    "VALIDATION_ERROR for the cursor %j",
    async (cursor) => {
      await expect(practice.caller.booking.listAppointments({ cursor })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
    },
  );

  it("dates beyond what the database counts are refused, not a fault", async () => {
    await expect(practice.caller.booking.listAppointments({ from: "0000-01-01" })).rejects.toThrow(
      "VALIDATION_ERROR",
    );
    expect(startsOf(await practice.caller.booking.listAppointments({ to: "9999-12-31" }))).toEqual(
      STARTS,
    );
  });
});
