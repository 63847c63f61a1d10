import { appointments } from "@odys/db/schema/booking";
import { connect } from "@odys/db/client";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOutbox } from "../../gateways/queue/outbox.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { reportOf } from "../../trpc/errors.ts";

let app: TestApp;
let outbox: ReturnType<typeof createOutbox>;
beforeAll(async () => {
  app = await createTestApp({ max: 10 });
  const { services, url } = app;
  outbox = createOutbox({ services, consumers: [], role: "all", url });
  await outbox.start();
});
afterAll(async () => {
  await outbox.stop();
  await app.close();
});

it("while the database cuts every connection again and again, bookings are made or refused, and afterwards all is well", async () => {
  const practice = await mintPractice(app, { professional: { maxPending: 1_000 } });
  const book = (n: number) =>
    app
      .anonymous(n % 2 === 0 ? {} : { "idempotency-key": `cut-key-${n}` })
      .booking.book({
        slug: practice.slug,
        serviceId: practice.serviceId,
        startsAt: new Date(Date.UTC(2026, 11, 1 + (n % 30), 12 + Math.floor(n / 30))).toISOString(),
        name: "Bia",
        phone: `+55119${10_000_000 + n}`,
      })
      .then(
        () => "OK",
        (error: unknown) => reportOf(error).code,
      );
  const executioner = connect(app.url, { max: 1 });
  const pending = Array.from({ length: 120 }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 5));
    return book(n);
  });
  for (let round = 0; round < 12; round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await executioner.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
  }
  const codes = await Promise.all(pending);
  await executioner.close();
  expect(codes.filter((code) => !["OK", "UNAVAILABLE", "SLOT_TAKEN"].includes(code))).toEqual([]);
  const own = eq(appointments.professionalId, practice.professionalId);
  // A commit whose answer was cut off counts for nobody, so there may be more than were told.
  expect(await app.db.$count(appointments, own)).toBeGreaterThanOrEqual(
    codes.filter((code) => code === "OK").length,
  );
  expect(await book(200)).toBe("OK");
});
