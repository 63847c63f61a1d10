import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();

it("shows how to reach the client but not what they wrote, and writes down who looked", async () => {
  const { app, admin } = bench;
  const practice = await mintPractice(app);
  const { professionalId } = practice;
  const client = await mintClient(app, professionalId, { email: "bia@example.com" });
  const { id } = await mintAppointment(app, practice, {
    clientId: client.id,
    message: "só entre nós",
  });
  const found = await admin.getAppointment({ id });
  expect(found).toMatchObject({
    id,
    client: { name: client.name, phone: client.phone, email: "bia@example.com" },
    price: { amount: 12_000, currency: "BRL" },
  });
  expect(JSON.stringify(found)).not.toContain("só entre nós");
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.getAppointment",
    operation: "access",
    tableName: "appointments",
    rowId: id,
    professionalId,
  });
  await expect(admin.getAppointment({ id: newId() })).rejects.toThrow("NOT_FOUND");
});
