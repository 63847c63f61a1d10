import { appointments } from "@odys/db/schema/booking";
import { and, eq, ne } from "drizzle-orm";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench({ max: 10 });
const TRIES = 12;

it("when the suspension has answered, no booking comes any more; those before it stand", async () => {
  const { app, admin } = bench;
  for (let round = 0; round < 5; round++) {
    const { slug, serviceId, professionalId } = await mintPractice(app, {
      professional: { maxPending: 100 },
    });
    const book = (index: number) =>
      app
        .anonymous()
        .booking.book({
          slug,
          serviceId,
          startsAt: new Date(Date.UTC(2026, 11, 2 + index, 12)).toISOString(),
          name: "Bia",
          phone: `+55119${String(20_000_000 + index)}`,
        })
        .then(
          () => "booked",
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
    const [outcomes, settledAt] = await Promise.all([
      Promise.all(Array.from({ length: TRIES }, (_, index) => book(index))),
      new Promise((resolve) => setTimeout(resolve, round * 4))
        .then(() => admin.suspendProfessional({ id: professionalId, reason: "spam" }))
        .then(() => app.db.$count(appointments, eq(appointments.professionalId, professionalId))),
    ]);
    const own = and(
      eq(appointments.professionalId, professionalId),
      ne(appointments.status, "cancelled"),
    );
    const booked = outcomes.filter((outcome) => outcome === "booked").length;
    expect(new Set(outcomes.filter((outcome) => outcome !== "booked"))).toEqual(
      new Set(booked === TRIES ? [] : ["NOT_FOUND"]),
    );
    expect(await app.db.$count(appointments, own)).toBe(booked);
    expect(settledAt, "nothing came after the answer").toBe(booked);
    expect(await book(TRIES)).toBe("NOT_FOUND");
  }
});
