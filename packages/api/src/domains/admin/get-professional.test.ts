import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();

it("shows the practice with how to reach it, and writes down who looked", async () => {
  const { app, admin } = bench;
  const practice = await mintPractice(app);
  await mintAppointment(app, practice);
  await mintAppointment(app, practice, {
    status: "confirmed",
    startsAt: new Date("2026-11-01T12:00:00.000Z"),
  });
  const id = practice.professionalId;
  expect(await admin.getProfessional({ id })).toMatchObject({
    id,
    userId: practice.userId,
    email: practice.actor.email,
    phone: "+5511987654321",
    suspendedAt: null,
    services: 1,
    clients: 2,
    appointments: { upcoming: 1, pending: 1 },
  });
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.getProfessional",
    operation: "access",
    tableName: "professionals",
    rowId: id,
    professionalId: id,
  });
  await expect(admin.getProfessional({ id: newId() })).rejects.toThrow("NOT_FOUND");
});
