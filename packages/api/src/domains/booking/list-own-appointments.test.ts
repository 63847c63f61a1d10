import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("what lies ahead anywhere, the nearest first, each with the link that opens it", async () => {
  const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
  const bia = await mintUser(app);
  const at = async (practice: typeof ana, day: number, status = "confirmed" as const) => {
    const client = await mintClient(app, practice.professionalId, {
      userId: bia.userId,
      phone: `+551198765000${day}`,
    });
    const startsAt = new Date(Date.UTC(2026, 11, day, 12));
    return mintAppointment(app, practice, { clientId: client.id, startsAt, status });
  };
  const later = await at(ana, 4);
  const sooner = await at(rui, 2);
  const { id: over } = await at(ana, 1);
  app.clock.set("2026-12-01T13:00:00.000Z");
  const { items } = await app.as(bia).booking.listOwnAppointments({});
  expect(items.map(({ id }) => id)).toEqual([sooner.id, later.id]);
  expect(items).not.toContainEqual(expect.objectContaining({ id: over }));
  const [next] = items;
  expect(next).toMatchObject({ professionalName: "Ana Teste", zone: "America/Sao_Paulo" });
  const opened = await app.anonymous().booking.getByManageToken({ token: next?.manageToken ?? "" });
  expect(opened).toMatchObject({ startsAt: "2026-12-02T12:00:00.000Z" });
  expect((await ana.caller.booking.listOwnAppointments({})).items).toEqual([]);
});
