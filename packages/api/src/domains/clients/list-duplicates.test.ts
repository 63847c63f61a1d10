import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("clients.listDuplicates", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("who may be one person, and why, the surest first", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const put = (name: string, phone: string, email: string | null = null) =>
      mintClient(app, professionalId, { name, phone, email });
    const new_ = await put("Bia", "+5511987650001");
    const old = await put("Beatriz", "+551187650001");
    await put("Escritório", "+551132221000");
    await put("Quase", "+5511932221000");
    const [ana, annie] = [
      await put("Ana", "+5511987650002", "ana@example.com"),
      await put("Annie", "+5511987650003", "ana@example.com"),
    ];
    const [joao, joao2] = [
      await put("João da Silva", "+5511987650004"),
      await put("Joao  da silva".replace("  ", " "), "+5511987650005"),
    ];
    await put("Caio", "+5511987650006");
    await put("Caio", "+5511987650007");
    const { items } = await caller.clients.listDuplicates({});
    expect(items.map(({ reason, clients: [a, b] }) => [reason, a.id, b.id])).toEqual([
      ["phone", new_.id, old.id],
      ["email", ana.id, annie.id],
      ["name", joao.id, joao2.id],
    ]);
  });

  it("not those who are off the list, nor another practice's", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const other = await mintPractice(app);
    const [kept, merged] = [
      await mintClient(app, professionalId, { name: "Eva Reis" }),
      await mintClient(app, professionalId, { name: "Eva Reis" }),
    ];
    await mintClient(app, other.professionalId, { name: "Eva Reis" });
    expect((await caller.clients.listDuplicates({})).items).toHaveLength(1);
    await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    expect((await caller.clients.listDuplicates({})).items).toEqual([]);
    expect((await other.caller.clients.listDuplicates({})).items).toEqual([]);
  });
});
