import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();

it("by any part of name or address, and by whether it is suspended", async () => {
  const { app, admin } = bench;
  const open = await mintPractice(app, { professional: { name: "Clínica Aberta" } });
  const suspendedAt = new Date("2026-11-20T10:00:00.000Z");
  const closed = await mintPractice(app, {
    professional: { name: "Clínica Fechada", suspendedAt, suspendedReason: "spam" },
  });
  const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
  expect(idsOf(await admin.listProfessionals({ search: "clínica" }))).toEqual([
    closed.professionalId,
    open.professionalId,
  ]);
  expect(idsOf(await admin.listProfessionals({ search: open.slug }))).toEqual([
    open.professionalId,
  ]);
  const suspended = await admin.listProfessionals({ suspended: true });
  expect(suspended.items).toMatchObject([
    { id: closed.professionalId, suspendedAt: suspendedAt.toISOString() },
  ]);
  expect(JSON.stringify(suspended)).not.toContain("+5511");
  expect(idsOf(await admin.listProfessionals({ suspended: false, limit: 1 }))).toEqual([
    open.professionalId,
  ]);
});
