import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();
const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

it("of all practices, by id, practice, client, day and status, the latest first", async () => {
  const { app, admin } = bench;
  const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
  const client = await mintClient(app, ana.professionalId, {
    name: "Marina Prado",
    phone: "+5511987650001",
    email: "marina@example.com",
  });
  const first = await mintAppointment(app, ana, { clientId: client.id });
  const second = await mintAppointment(app, rui, {
    startsAt: new Date("2026-12-02T23:30:00.000Z"),
    status: "confirmed",
  });
  expect(idsOf(await admin.listAppointments({}))).toEqual([second.id, first.id]);
  expect(idsOf(await admin.listAppointments({ id: first.id }))).toEqual([first.id]);
  expect(idsOf(await admin.listAppointments({ professionalId: rui.professionalId }))).toEqual([
    second.id,
  ]);
  expect(idsOf(await admin.listAppointments({ status: "confirmed" }))).toEqual([second.id]);
  const day = { from: "2026-12-02", to: "2026-12-02" };
  expect(idsOf(await admin.listAppointments(day))).toEqual([second.id]);
  const { items } = await admin.listAppointments({ client: "prado" });
  expect(items).toMatchObject([
    {
      id: first.id,
      professional: { id: ana.professionalId },
      client: { name: "Marina Prado", phone: "+55•••••••0001", email: "m•••@example.com" },
    },
  ]);
});

it("page by page gives each once", async () => {
  const { app, admin } = bench;
  const practice = await mintPractice(app);
  const startsAt = new Date("2026-12-05T12:00:00.000Z");
  for (let i = 0; i < 3; i++)
    await mintAppointment(app, practice, { startsAt, status: "cancelled" });
  await mintAppointment(app, practice, { startsAt, status: "cancelled" });
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.listAppointments({
      professionalId: practice.professionalId,
      limit: 2,
      cursor,
    });
    ids.push(...idsOf(page));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(ids).size).toBe(4);
  expect(ids).toHaveLength(4);
  await expect(admin.listAppointments({ cursor: "x" })).rejects.toThrow("VALIDATION_ERROR");
});
