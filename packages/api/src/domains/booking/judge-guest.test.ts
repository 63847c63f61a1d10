import type { appointments } from "@odys/db/schema/booking";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { judgeGuest } from "./judge-guest.ts";
import type { Asker } from "./vouch-for-guest.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ settings: { guestWork: 160 } });
});
afterAll(() => app.close());

const here = "this network";
const asker: Asker = {
  by: "work",
  work: 1e9,
  email: "bia@example.com",
  origin: here,
  challenge: "c",
};
const judge = (slug: string, who: Asker = asker) =>
  judgeGuest(app.ctx({ type: "anonymous" }), slug, who).then(
    ({ decision }) => decision,
    (error: { message: string }) => error.message,
  );
type Practice = Awaited<ReturnType<typeof mintPractice>>;
let minute = 0;
/** An appointment of a guest, asked for on the morning of the 23rd unless told. */
const asked = (practice: Practice, row: Partial<typeof appointments.$inferInsert> = {}) =>
  mintAppointment(app, practice, {
    startsAt: new Date(Date.UTC(2026, 11, 1, 0, minute++ * 60)),
    originHash: here,
    vouchedBy: "work",
    createdAt: new Date("2026-11-23T11:00:00.000Z"),
    ...row,
  });

it("counts what waits or is of the last day, from here; what is over or of others does not count", async () => {
  const practice = await mintPractice(app, { professional: { maxPending: 100 } });
  const long = { createdAt: new Date("2026-11-20T12:00:00.000Z") };
  const past = new Date("2026-11-22T12:00:00.000Z");
  await asked(practice, { originHash: "another network" });
  await asked(practice, { originHash: null, vouchedBy: null });
  await asked(practice, { ...long, startsAt: past });
  await asked(practice, { ...long, status: "confirmed" });
  await asked(practice, { status: "expired", vouchedBy: "none", heldUntil: past });
  for (const status of ["pending_confirmation", "cancelled"] as const)
    await asked(practice, { status });
  expect(await judge(practice.slug)).toBe("book");
  await asked(practice, long);
  expect(await judge(practice.slug)).toBe("hold");
  expect(await judge(practice.slug, { ...asker, email: null })).toBe("GUEST_CHECK_FAILED");
  expect(await judge(practice.slug, { ...asker, origin: "elsewhere" })).toBe("book");
});

it("a hold counts until it runs out", async () => {
  const practice = await mintPractice(app);
  const heldUntil = new Date(app.clock.now() + 60_000);
  for (let n = 0; n < 8; n++)
    await asked(practice, { status: "held", heldUntil, vouchedBy: "work" });
  expect(await judge(practice.slug)).toBe("TOO_MANY_PENDING");
  app.clock.advance(60_000);
  expect(await judge(practice.slug)).toBe("book");
  app.clock.advance(-60_000);
});

it("follows what the practice asks of guests; NOT_FOUND for no page", async () => {
  const practice = await mintPractice(app, { professional: { guestCheck: "mail" } });
  expect(await judge(practice.slug)).toBe("hold");
  expect(await judge(practice.slug, { ...asker, by: "account" })).toBe("book");
  expect(await judge("ninguem")).toBe("NOT_FOUND");
});
