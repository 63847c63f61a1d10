import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("clients.archive", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("takes somebody off the list with their history, twice alike, and puts them back", async () => {
    const practice = await mintPractice(app);
    const { clients, booking } = practice.caller;
    const { clientId: id } = await mintAppointment(app, practice, { status: "completed" });
    const first = await clients.archive({ id });
    expect(first.archivedAt).toBe("2026-11-23T12:00:00.000Z");
    app.clock.advance(60_000);
    expect(await clients.archive({ id })).toEqual(first);
    expect(await clients.get({ id })).toMatchObject({ ...first, visits: 1 });
    expect((await booking.listClientAppointments({ clientId: id })).items).toHaveLength(1);
    expect(await clients.archive({ id, archived: false })).toMatchObject({ archivedAt: null });
    expect((await clients.list({})).items).toMatchObject([{ id }]);
  });

  it("whoever books again is on the list again", async () => {
    const practice = await mintPractice(app);
    const row = await mintClient(app, practice.professionalId);
    await practice.caller.clients.archive({ id: row.id });
    await app.anonymous().booking.book({
      slug: practice.slug,
      serviceId: practice.serviceId,
      startsAt: "2026-12-02T12:00:00.000Z",
      name: "Outro Nome",
      phone: row.phone,
    });
    expect((await practice.caller.clients.list({})).items).toMatchObject([
      { id: row.id, name: "Bia Cliente", nextAt: "2026-12-02T12:00:00.000Z" },
    ]);
  });

  it("NOT_FOUND for a client of another practice", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const { id } = await mintClient(app, theirs.professionalId);
    await expect(mine.caller.clients.archive({ id })).rejects.toThrow("NOT_FOUND");
    expect(await theirs.caller.clients.get({ id })).toMatchObject({ archivedAt: null });
  });
});
