import { appointments } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { reportOf } from "../../trpc/errors.ts";

const HOUR = 3_600_000;

describe("caps of a day and a week, when many book different times at once", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 20 });
    await Promise.all(Array.from({ length: 20 }, () => app.sql`select pg_sleep(0.1)`));
  });
  afterAll(() => app.close());

  type Practice = Awaited<ReturnType<typeof mintPractice>>;
  const book = async ({ slug, serviceId }: Practice, at: number, guest: number) => {
    try {
      // A key each: nobody waits in memory, all meet in the database.
      await app.anonymous({ "idempotency-key": `caps-${slug}-${guest}` }).booking.book({
        slug,
        serviceId,
        startsAt: new Date(at).toISOString(),
        name: "Bia",
        phone: `+55119${String(20_000_000 + guest)}`,
      });
      return "OK";
    } catch (error) {
      return reportOf(error).code;
    }
  };
  const tally = (codes: string[]) =>
    codes.reduce<Record<string, number>>((sum, code) => {
      return { ...sum, [code]: (sum[code] ?? 0) + 1 };
    }, {});
  const countOf = ({ professionalId }: Practice) =>
    app.db.$count(appointments, eq(appointments.professionalId, professionalId));

  it.for([
    ["automatic", "confirmed at once"],
    ["manual", "pending"],
  ] as const)("exactly as many of a day as its cap has room for, %s", async ([confirmation]) => {
    const practice = await mintPractice(app, {
      professional: { maxPerDay: 4, maxPending: 100 },
      service: { confirmation, durationMinutes: 30 },
    });
    const nine = Date.parse("2026-11-30T12:00:00.000Z");
    const racers = Array.from({ length: 18 }, (_, n) => book(practice, nine + (n * HOUR) / 2, n));
    expect(tally(await Promise.all(racers))).toEqual({ OK: 4, SLOT_TAKEN: 14 });
    expect(await countOf(practice)).toBe(4);
    // The next day has room of its own.
    expect(await book(practice, nine + 24 * HOUR, 99)).toBe("OK");
  });

  it("exactly as many of a week, from Monday to Sunday of the practice's zone", async () => {
    const practice = await mintPractice(app, {
      professional: { maxPerWeek: 5, maxPending: 100 },
      service: { confirmation: "automatic", noticeMinutes: 0 },
      windows: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
        dayOfWeek,
        startMinute: 0,
        endMinute: 1_440,
      })),
    });
    const monday = Date.parse("2026-11-30T03:00:00.000Z"); // 00:00 in São Paulo
    const racers = Array.from({ length: 14 }, (_, n) => book(practice, monday + n * 12 * HOUR, n));
    expect(tally(await Promise.all(racers))).toEqual({ OK: 5, SLOT_TAKEN: 9 });
    // Sunday before and Monday after.
    expect(await book(practice, monday - HOUR, 50)).toBe("OK");
    expect(await book(practice, monday + 7 * 24 * HOUR, 51)).toBe("OK");
  });
});
