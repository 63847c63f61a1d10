import { connect } from "@odys/db/client";
import { startProxy } from "@odys/db/testing/proxy";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { readDesk } from "./read-desk.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("reads practice, service, week and what is taken in one round trip", async () => {
  const practice = await mintPractice(app, {
    windows: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1_440 }],
  });
  await mintAppointment(app, practice);
  const proxy = await startProxy(app.url, { delayMs: 5 });
  const connection = connect(proxy.url, { max: 1 });
  const ctx = { ...app.ctx({ type: "anonymous" }), db: connection.db };
  const from = Date.parse("2026-11-30T00:00:00.000Z");
  const question = { slug: practice.slug, serviceId: practice.serviceId, from, until: from };
  await readDesk(ctx, question);
  proxy.reset();
  const { rules } = await readDesk(ctx, question);
  expect(proxy.counts.roundTrips).toBe(1);
  await connection.close();
  await proxy.close();

  expect(rules).toMatchObject({
    zone: "America/Sao_Paulo",
    weekly: [{ dayOfWeek: 1, startTime: "09:00", endTime: "24:00" }],
    busy: [{ start: Date.UTC(2026, 10, 30, 12), end: Date.UTC(2026, 10, 30, 12, 50) }],
    stepMinutes: 30,
    now: app.clock.now(),
  });
});
