import { clientIdentities, clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { findByIdentity } from "./identity-queries.ts";

const NEW = "+5511987650001";
const OLD = "+551187650001";

describe("who somebody is", () => {
  let app: TestApp;
  const put = async (professionalId: string, phone: string, name = "Bia Lima") => {
    const id = newId();
    await app.db.insert(clients).values({ id, professionalId, name, phone });
    return id;
  };
  const idsOf = async (...[identity, practice]: [Parameters<typeof findByIdentity>[1], string?]) =>
    (await findByIdentity(app.db, identity, practice)).map(({ clientId }) => clientId);
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("by a number with its ninth digit or without, at one practice or at all of them", async () => {
    const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
    const atAna = await put(ana.professionalId, NEW);
    const atRui = await put(rui.professionalId, NEW);
    await put(ana.professionalId, "+551132221000", "Escritório");
    for (const phone of [NEW, OLD]) {
      expect(await idsOf({ phone, whatsAppId: null })).toEqual([atAna, atRui]);
      expect(await idsOf({ phone, whatsAppId: null }, rui.professionalId)).toEqual([atRui]);
    }
    // A landline and what would be a mobile of it are two people.
    expect(await idsOf({ phone: "+5511932221000", whatsAppId: null })).toEqual([]);
  });

  it("by what was learnt of them", async () => {
    const { professionalId } = await mintPractice(app);
    const clientId = await put(professionalId, "+5511987650002");
    const identity = { phone: null, whatsAppId: "BR.1234" };
    expect(await idsOf(identity)).toEqual([]);
    await app.db
      .insert(clientIdentities)
      .values({ id: newId(), professionalId, clientId, kind: "whatsapp", value: "BR.1234" });
    expect(await idsOf(identity)).toEqual([clientId]);
    expect(await idsOf({ phone: null, whatsAppId: null })).toEqual([]);
  });

  it("of two that were merged, the one that was kept", async () => {
    const { professionalId } = await mintPractice(app);
    const kept = await put(professionalId, "+5511987650004");
    const merged = await put(professionalId, "+5511987650005");
    await app.db.update(clients).set({ mergedInto: kept }).where(eq(clients.id, merged));
    for (const phone of ["+5511987650004", "+551187650005"])
      expect(await idsOf({ phone, whatsAppId: null })).toEqual([kept]);
  });

  it("whoever books with a number of old is the client with the number of today", async () => {
    const { caller } = await mintPractice(app);
    const made = await caller.clients.create({ name: "Duda", phone: "(11) 98765-0006" });
    await expect(caller.clients.create({ name: "Duda", phone: "11 8765 0006" })).rejects.toThrow(
      "CONFLICT",
    );
    expect(made.phone).toBe("+5511987650006");
  });
});
