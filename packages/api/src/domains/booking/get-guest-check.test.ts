import { professionals } from "@odys/db/schema/accounts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("says what the mail said and how it stands; nothing of who asked, where it is, or what was written", async () => {
  const practice = await mintPractice(app);
  const { id } = await mintAppointment(app, practice, {
    status: "held",
    heldUntil: new Date("2026-11-23T12:30:00.000Z"),
    message: "segredo",
    placeDetail: "segredo",
    bookedEmail: "segredo@example.com",
  });
  const token = linkToken(app.services.settings, "confirm", id);
  expect(await app.anonymous().booking.getGuestCheck({ token })).toEqual({
    state: "waiting",
    heldUntil: "2026-11-23T12:30:00.000Z",
    serviceName: "Sessão",
    startsAt: "2026-11-30T12:00:00.000Z",
    endsAt: "2026-11-30T12:50:00.000Z",
    durationMinutes: 50,
    price: { amount: 12_000, currency: "BRL" },
    zone: "America/Sao_Paulo",
    professional: { name: "Ana Teste", slug: practice.slug },
  });
});

it("NOT_FOUND for a forged one, and of a page that the platform has closed", async () => {
  const guest = app.anonymous();
  const forged = { token: "x".repeat(43) };
  await expect(guest.booking.getGuestCheck(forged)).rejects.toThrow("NOT_FOUND");
  const closed = await mintPractice(app);
  const { id } = await mintAppointment(app, closed, {
    status: "held",
    heldUntil: new Date("2026-11-23T12:30:00.000Z"),
  });
  await app.db
    .update(professionals)
    .set({ suspendedAt: new Date() })
    .where(eq(professionals.id, closed.professionalId));
  const token = linkToken(app.services.settings, "confirm", id);
  await expect(guest.booking.getGuestCheck({ token })).rejects.toThrow("NOT_FOUND");
});
