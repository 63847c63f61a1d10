import { clients } from "@odys/db/schema/clients";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

describe("clients.create", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const owner = async (id: string) =>
    (await app.db.select().from(clients).where(eq(clients.id, id)))[0]?.userId;

  it("puts somebody on the list, with the number as it is dialled", async () => {
    const { caller } = await mintPractice(app);
    const made = await caller.clients.create({
      name: "  Bia Lima ",
      phone: "(11) 98765-0000",
      email: "Bia@Example.com",
    });
    expect(made).toMatchObject({
      name: "Bia Lima",
      phone: "+5511987650000",
      email: "bia@example.com",
      archivedAt: null,
    });
    expect(await caller.clients.get({ id: made.id })).toMatchObject({
      ...made,
      visits: 0,
      noShows: 0,
      lastAt: null,
      paid: [],
    });
  });

  it("CONFLICT says whose number it is, of this practice only", async () => {
    const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
    const row = await mintClient(app, mine.professionalId, { name: "Dona do Número" });
    await mine.caller.clients.archive({ id: row.id });
    const input = { name: "Outra", phone: row.phone };
    await expect(mine.caller.clients.create(input)).rejects.toMatchObject({
      message: "CONFLICT",
      cause: {
        details: { fields: { phone: ["taken"] }, holder: { id: row.id, name: "Dona do Número" } },
      },
    });
    await expect(theirs.caller.clients.create(input)).resolves.toMatchObject(input);
  });

  it("C1: an address that somebody has verified is theirs; one that nobody has is nobody's", async () => {
    const { caller } = await mintPractice(app);
    const [known, claimed] = [await mintUser(app), await mintUser(app, { emailVerified: false })];
    const create = async (email: string, phone: string) =>
      owner((await caller.clients.create({ name: "Bia", phone, email })).id);
    expect(await create(known.email, "+5511987650101")).toBe(known.userId);
    expect(await create(claimed.email, "+5511987650102")).toBeNull();
  });

  it.for([
    { name: "", phone: "+5511987650000" },
    { name: "Bia", phone: "12" },
    { name: "Bia", phone: "+5511987650000", email: "nada" },
    { name: "Bia", phone: "+5511987650000", userId: "019b0000-0000-7000-8000-000000000000" },
    {
      name: "Bia",
      phone: "+5511987650000",
      professionalId: "019b0000-0000-7000-8000-000000000000",
    },
  ])("H2: refuses %j", async (input) => {
    const { caller } = await mintPractice(app);
    await expect(caller.clients.create(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
