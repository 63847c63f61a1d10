import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("clients.listMerges", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("what can be taken apart again, newest first; NOT_FOUND for another's client", async () => {
    const { caller, professionalId } = await mintPractice(app);
    const other = await mintPractice(app);
    const kept = await mintClient(app, professionalId);
    const [one, two] = [
      await mintClient(app, professionalId, { name: "Um" }),
      await mintClient(app, professionalId, { name: "Dois" }),
    ];
    const first = await caller.clients.merge({ keptId: kept.id, mergedId: one.id });
    await caller.clients.merge({ keptId: kept.id, mergedId: two.id });
    const listed = async () =>
      (await caller.clients.listMerges({ clientId: kept.id })).items.map(({ name }) => name);
    expect(await listed()).toEqual(["Dois", "Um"]);
    await caller.clients.undoMerge({ id: first.id });
    expect(await listed()).toEqual(["Dois"]);
    await expect(other.caller.clients.listMerges({ clientId: kept.id })).rejects.toThrow(
      "NOT_FOUND",
    );
  });
});
