import { clients } from "@odys/db/schema/clients";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

describe("clients.update", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const owner = async (id: string) =>
    (await app.db.select().from(clients).where(eq(clients.id, id)))[0]?.userId;

  it("what is given changes, the rest stays, and the list knows the new name", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const { id, phone } = await mintClient(app, professionalId, { email: "a@example.com" });
    expect(await caller.clients.update({ id, name: "Érica" })).toMatchObject({
      name: "Érica",
      phone,
      email: "a@example.com",
    });
    expect((await caller.clients.list({ query: "erica" })).items).toMatchObject([{ id }]);
    expect(
      await caller.clients.update({ id, phone: "(21) 99876-5432", email: null }),
    ).toMatchObject({ name: "Érica", phone: "+5521998765432", email: null });
  });

  it("CONFLICT names the client who has that number", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const [one, two] = [
      await mintClient(app, professionalId, { name: "Uma" }),
      await mintClient(app, professionalId),
    ];
    await expect(caller.clients.update({ id: two.id, phone: one.phone })).rejects.toMatchObject({
      message: "CONFLICT",
      cause: { details: { fields: { phone: ["taken"] }, holder: { id: one.id, name: "Uma" } } },
    });
    await expect(caller.clients.update({ id: one.id, phone: one.phone })).resolves.toMatchObject({
      id: one.id,
    });
  });

  it("C1: the link goes where the address goes, and stays when it stays", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const [first, second] = [await mintUser(app), await mintUser(app)];
    const unproved = await mintUser(app, { emailVerified: false });
    const { id } = await mintClient(app, professionalId, {
      email: first.email,
      userId: first.userId,
    });
    await caller.clients.update({ id, name: "Outro Nome", email: first.email });
    expect(await owner(id)).toBe(first.userId);
    await caller.clients.update({ id, email: second.email });
    expect(await owner(id)).toBe(second.userId);
    for (const email of [unproved.email, null]) {
      await caller.clients.update({ id, email: first.email });
      await caller.clients.update({ id, email });
      expect(await owner(id)).toBeNull();
    }
  });

  it("NOT_FOUND for a client of another practice, whose row stays as it is", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const row = await mintClient(app, theirs.professionalId);
    await expect(mine.caller.clients.update({ id: row.id, name: "Minha" })).rejects.toThrow(
      "NOT_FOUND",
    );
    expect(await theirs.caller.clients.get({ id: row.id })).toMatchObject({ name: "Bia Cliente" });
  });

  it("refuses a change of nothing, and of what is not to be changed", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const { id } = await mintClient(app, professionalId);
    for (const extra of [{}, { userId: id }, { archivedAt: null }, { professionalId: id }])
      await expect(caller.clients.update({ id, ...extra })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
  });
});
