import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("booking.listServices shows a practice its own services, and nobody else's", async () => {
  const one = await mintPractice(app, { service: { bufferBeforeMinutes: 5 } });
  const other = await mintPractice(app);
  expect((await one.caller.booking.listServices({})).services).toMatchObject([
    { id: one.serviceId, bufferBeforeMinutes: 5, price: { amount: 12_000, currency: "BRL" } },
  ]);
  expect((await other.caller.booking.listServices({})).services.map(({ id }) => id)).toEqual([
    other.serviceId,
  ]);
});

it("ONBOARDING_REQUIRED without a practice, UNAUTHORIZED without a session", async () => {
  const user = await mintUser(app);
  await expect(app.as(user).booking.listServices({})).rejects.toThrow("ONBOARDING_REQUIRED");
  await expect(app.anonymous().booking.listServices({})).rejects.toThrow("UNAUTHORIZED");
});
