import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

const bench = adminBench();

it("shows the person whole, and writes down who looked", async () => {
  const { app, admin } = bench;
  const person = await mintUser(app, { name: "Bia", locale: "en" });
  const practice = await mintPractice(app);
  await mintClient(app, practice.professionalId, { userId: person.userId });
  expect(await admin.getUser({ id: person.userId })).toMatchObject({
    id: person.userId,
    email: person.email,
    locale: "en",
    practice: null,
    devices: [],
    clientOf: 1,
  });
  expect(await bench.lastTrace()).toMatchObject({
    action: "admin.getUser",
    operation: "access",
    tableName: "users",
    rowId: person.userId,
  });
});

it("NOT_FOUND leaves no trace of what is not there", async () => {
  const id = newId();
  await expect(bench.admin.getUser({ id })).rejects.toThrow("NOT_FOUND");
  expect(await bench.lastTrace()).not.toMatchObject({ rowId: id });
});
