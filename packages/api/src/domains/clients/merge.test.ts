import { appointments } from "@odys/db/schema/booking";
import { clientIdentities, clients } from "@odys/db/schema/clients";
import { contactConsents, conversations, messages } from "@odys/db/schema/messaging/conversations";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
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
    const of = { professionalId, clientId: merged.id, id: newId() };
    await app.db.insert(clientIdentities).values({ ...of, kind: "whatsapp", value: "BR.9" });
    await app.db
      .insert(contactConsents)
      .values({ ...of, channel: "whatsapp", granted: false, source: "client" });

    await caller.clients.merge({ keptId: kept.id, mergedId: merged.id });
    expect(await names()).toEqual(["Bia Lima"]);
    const [row] = await app.db.select().from(appointments).where(eq(appointments.id, id));
    expect(row?.clientId).toBe(kept.id);
    for (const table of [conversations, clientIdentities, contactConsents])
      expect(await app.db.$count(table, eq(table.clientId, kept.id))).toBe(1);
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
    const rows = await app.db
      .select({ text: messages.text })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .where(eq(conversations.clientId, kept.id));
    expect(rows.map(({ text }) => text).toSorted()).toEqual(["Dois", "Três", "Um"]);
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
    await app.anonymous().booking.book(guest as never);
    expect(await app.db.$count(appointments, eq(appointments.clientId, kept.id))).toBe(2);
    expect(await app.db.$count(appointments, eq(appointments.clientId, merged.id))).toBe(0);
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
    const rows = await app.sql<{ place: string }[]>`
      select distinct k.conrelid::regclass::text as place from pg_constraint k
      where k.contype = 'f' and k.confrelid = 'clients'::regclass`;
    const places = rows.map(({ place }) => place).toSorted();
    expect(places.filter((place) => place !== "client_merges")).toEqual(
      expect.arrayContaining(["appointments", "conversations", "deliveries"]),
    );
    for (const place of places)
      if (place !== "client_merges") {
        const columns = await app.sql<{ column_name: string }[]>`
          select column_name from information_schema.columns
          where table_name = ${place} and column_name in ('id', 'client_id', 'professional_id')`;
        expect([place, columns.length]).toEqual([place, 3]);
      }
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
