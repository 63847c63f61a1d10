import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

type Practice = Awaited<ReturnType<typeof mintPractice>>;

describe("clients.list", () => {
  let app: TestApp;
  let practice: Practice;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
    const people = [
      ["Ângela Conceição", "+5511987650001", "angela@example.com"],
      ["beatriz lima", "+5511987650002", null],
      ["Álvaro Dias", "+5521912345678", "dias@firma.example"],
      ["Zoë Åström", "+46701234567", null],
    ] as const;
    for (const [name, phone, email] of people)
      await mintClient(app, practice.professionalId, { name, phone, email });
    const other = await mintPractice(app);
    await mintClient(app, other.professionalId, { name: "Ângela de Outra" });
  });
  afterAll(() => app.close());

  const names = async (input: Parameters<Practice["caller"]["clients"]["list"]>[0] = {}) =>
    (await practice.caller.clients.list(input)).items.map(({ name }) => name);

  it("by name as people sort it, and the practice's own only", async () => {
    expect(await names()).toEqual([
      "Álvaro Dias",
      "Ângela Conceição",
      "beatriz lima",
      "Zoë Åström",
    ]);
  });

  it.for([
    ["conceicao", ["Ângela Conceição"]],
    ["ANGELA conceição", ["Ângela Conceição"]],
    ["lima BEA", ["beatriz lima"]],
    ["astrom", ["Zoë Åström"]],
    ["firma.exa", ["Álvaro Dias"]],
    ["98765-0002", ["beatriz lima"]],
    ["+55 (21) 91234-5678", ["Álvaro Dias"]],
    ["(21) 1234-5678", ["Álvaro Dias"]],
    ["%", []],
    ["_", []],
    ["ninguém", []],
  ] as const)("finds %j", async ([query, expected]) => {
    expect(await names({ query })).toEqual(expected);
  });

  it("names that begin so come first, then those of which another word does, page by page", async () => {
    const busy = await mintPractice(app);
    const expected = [
      "Mara Lima",
      "Márcia Sá",
      "Bia Maranhão",
      "Caio Mar",
      "Ademar Reis",
      "Ana Só",
    ];
    for (const name of expected.toReversed())
      await mintClient(app, busy.professionalId, {
        name,
        ...(name === "Ana Só" && { email: "mar@example.com" }),
      });
    await mintClient(app, busy.professionalId, { name: "Zoë Åström" });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await busy.caller.clients.list({ query: "mar", limit: 1, cursor });
      found.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(expected);
  });

  it("tells of each what came of their appointments", async () => {
    const busy = await mintPractice(app);
    const { id: clientId } = await mintClient(app, busy.professionalId);
    await mintClient(app, busy.professionalId, { name: "Caio Novo" });
    const on = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
    const each = [
      [1, "completed"],
      [2, "completed"],
      [3, "no_show"],
      [4, "confirmed"], // over, and nobody said that it did not take place
      [5, "cancelled"],
      [25, "pending_confirmation"],
      [26, "confirmed"],
    ] as const;
    for (const [day, status] of each)
      await mintAppointment(app, busy, { clientId, startsAt: on(day), status });
    const { items } = await busy.caller.clients.list({});
    expect(items).toMatchObject([
      {
        name: "Bia Cliente",
        visits: 3,
        noShows: 1,
        lastAt: on(4).toISOString(),
        nextAt: on(25).toISOString(),
      },
      { name: "Caio Novo", visits: 0, noShows: 0, lastAt: null, nextAt: null },
    ]);
  });

  it("page by page gives each once, also those of one name", async () => {
    const busy = await mintPractice(app);
    for (let i = 0; i < 7; i++)
      await mintClient(app, busy.professionalId, { name: i < 5 ? "Ana|Só" : `Bia ${i}` });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await busy.caller.clients.list({ limit: 2, cursor });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toHaveLength(7);
    expect(new Set(found).size).toBe(7);
  });

  it("those out of the list are asked for by name", async () => {
    const busy = await mintPractice(app);
    const { id } = await mintClient(app, busy.professionalId);
    await busy.caller.clients.archive({ id });
    expect((await busy.caller.clients.list({})).items).toEqual([]);
    expect((await busy.caller.clients.list({ archived: true })).items).toMatchObject([{ id }]);
  });

  it.for(["", "nonsense", Buffer.from("x|ana").toString("base64url")])(
    "VALIDATION_ERROR for the cursor %j",
    async (cursor) => {
      await expect(practice.caller.clients.list({ cursor })).rejects.toThrow("VALIDATION_ERROR");
    },
  );
});

describe("clients.list in a table of many", () => {
  let app: TestApp;
  let practice: Practice;
  beforeAll(async () => {
    app = await createTestApp({ max: 1 });
    practice = await mintPractice(app);
    const other = await mintPractice(app);
    const { db } = app;
    for (const table of ["clients", "appointments"])
      await db.execute(sql`alter table ${sql.identifier(table)} disable trigger audit`);
    const insert = (professionalId: string, name: string, count: number) =>
      db.execute(sql`
        insert into clients (id, professional_id, name, phone)
        select gen_random_uuid(), ${professionalId}, ${name} || ' ' || n, '+5511' || (900000000 + n)
        from generate_series(1, ${count}::int) n`);
    await insert(practice.professionalId, "Bia Minha", 300);
    await insert(other.professionalId, "Caio Dele", 5_000);
    await db.execute(sql`
      insert into appointments (id, professional_id, service_id, client_id, status, starts_at, ends_at,
        blocked_from, blocked_until, service_name, duration_minutes, price_amount, currency, place, source)
      select gen_random_uuid(), c.professional_id, s.id, c.id, 'cancelled', at, at + interval '50 min',
        at, at + interval '50 min', 'Sessão', 50, 12000, 'BRL', 'in_person', 'page'
      from clients c join services s using (professional_id), generate_series(1, 4) n,
        lateral (select timestamptz '2026-01-05 12:00Z' + n * interval '1 week' as at) t`);
    await db.execute(sql`analyze`);
  });
  afterAll(() => app.close());

  /** How often each of the tenant's tables was read from end to end so far. */
  const scans = async () => {
    await app.db.execute(sql`select pg_stat_force_next_flush()`);
    const rows = await app.db.execute(sql`
      select relname, seq_scan::int as scans from pg_stat_user_tables
      where relname in ('clients', 'appointments') order by relname`);
    return [...rows];
  };

  it.for([{}, { query: "minha 12" }, { query: "90000012" }, { archived: true }, { limit: 20 }])(
    "%j reads no table from end to end",
    async (input) => {
      const { clients } = practice.caller;
      const before = await scans();
      const { items, nextCursor } = await clients.list(input);
      if (nextCursor) await clients.list({ ...input, cursor: nextCursor });
      for (const { id } of items.slice(0, 1)) {
        await clients.get({ id });
        await practice.caller.booking.listClientAppointments({ clientId: id });
      }
      expect(await scans()).toEqual(before);
    },
  );

  it("would be noticed if it did", async () => {
    const before = await scans();
    await app.db.execute(sql`select count(*) from clients where name like '%x%'`);
    expect(await scans()).not.toEqual(before);
  });
});
