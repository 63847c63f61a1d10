import { clients } from "@odys/db/schema/clients";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { clientOf, countOwned, mintTraces, textsOf } from "../../testing/owned.ts";
import { mintConversation } from "../../testing/talk.ts";

describe("clients.merge", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  const mint = (over: Partial<typeof clients.$inferInsert> = {}) =>
    mintClient(app, practice.professionalId, over as Parameters<typeof mintClient>[2]);
  const names = async () => (await practice.caller.clients.list({})).items.map(({ name }) => name);

  it("gives the one everything of the other's, which is on no list any more", async () => {
    const kept = await mint({ name: "Bia Lima" });
    const merged = await mint({ name: "Beatriz Lima", email: "bia@example.com" });
    const { professionalId, caller } = practice;
    const { id } = await mintAppointment(app, practice, { clientId: merged.id });
    await mintConversation(app, { ...practice, clientId: merged.id }, ["Oi"]);
    await mintTraces(app, professionalId, merged.id);

    await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    expect(await names()).toEqual(["Bia Lima"]);
    expect(await clientOf(app, id)).toBe(kept.id);
    const all = { meetings: 1, threads: 1, identities: 1, consents: 1 };
    expect(await countOwned(app, kept.id)).toEqual(all);
    expect(await caller.clients.get({ id: kept.id })).toMatchObject({ email: "bia@example.com" });
    expect((await caller.clients.listMerges({ clientId: kept.id })).items).toMatchObject([
      { mergedId: merged.id, name: "Beatriz Lima" },
    ]);
  });

  it("two conversations become one", async () => {
    const [kept, merged] = [await mint(), await mint()];
    await mintConversation(app, { ...practice, clientId: kept.id }, ["Um"]);
    await mintConversation(app, { ...practice, clientId: merged.id }, ["Dois", "Três"]);
    await practice.caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    expect(await textsOf(app, kept.id)).toEqual(["Dois", "Três", "Um"]);
  });

  it("who books with the merged one's number books as the kept one", async () => {
    const [kept, merged] = [await mint(), await mint()];
    const { caller, serviceId } = practice;
    await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    const whom = { name: "Bia", phone: merged.phone };
    const startsAt = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour)).toISOString();
    const booked = { client: whom, serviceId, startsAt: startsAt(14) };
    await caller.booking.bookForClient(booked);
    const guest = { slug: practice.slug, serviceId, startsAt: startsAt(16), ...whom };
    await app.anonymous().booking.book(guest);
    expect(await countOwned(app, kept.id)).toMatchObject({ meetings: 2 });
    expect(await countOwned(app, merged.id)).toMatchObject({ meetings: 0 });
  });

  it("whoever was merged before follows to the one that is kept in the end", async () => {
    const [first, second, third] = [await mint(), await mint(), await mint()];
    const { caller } = practice;
    await caller.clients.merge({ keptId: second.id, mergedId: first.id });
    await caller.clients.merge({ keptId: third.id, mergedId: second.id });
    const rows = await app.db.select().from(clients).where(eq(clients.mergedInto, third.id));
    expect(rows.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted());
  });

  it("every table that refers to a client is moved", async () => {
    // With these columns `app.move_client` finds it by itself.
    const lacking = await app.sql`
      select k.conrelid::regclass::text as place from pg_constraint k
      where k.contype = 'f' and k.confrelid = 'clients'::regclass
        and k.conrelid <> 'client_merges'::regclass
        and 3 > (
          select count(*) from pg_attribute a
          where a.attrelid = k.conrelid and a.attname in ('id', 'client_id', 'professional_id'))`;
    expect([...lacking]).toEqual([]);
  });

  it("CONFLICT for one who was merged, VALIDATION_ERROR for one alone, NOT_FOUND for another's", async () => {
    const [kept, merged] = [await mint(), await mint()];
    const other = await mintPractice(app);
    const foreign = await mintClient(app, other.professionalId);
    const { caller } = practice;
    await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    const refused = (keptId: string, mergedId: string, code: string) =>
      expect(caller.clients.merge({ keptId, mergedId })).rejects.toThrow(code);
    await refused(kept.id, merged.id, "CONFLICT");
    await refused(kept.id, kept.id, "VALIDATION_ERROR");
    await refused(kept.id, foreign.id, "NOT_FOUND");
    await refused(foreign.id, kept.id, "NOT_FOUND");
  });
});
