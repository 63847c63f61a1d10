import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 1 });
});
afterAll(() => database.close());

it("no table of a session's own takes the audit log's place", async () => {
  const { sql } = database;
  await sql`create temp table audit_log (like public.audit_log including all)`;
  await sql`insert into users (id, email, name) values ('01900000-0000-7000-8000-000000000001', 'a@odys.test', 'A')`;
  expect(await sql`select from pg_temp.audit_log`).toHaveLength(0);
  expect(await sql`select from public.audit_log where table_name = 'users'`).toHaveLength(1);
});

it("an update names what it changed; a row that came or went tells what may be told of it", async () => {
  const { sql } = database;
  const id = "01900000-0000-7000-8000-000000000002";
  await sql`insert into users (id, email, name, locale) values (${id}, 'b@odys.test', 'B', 'en')`;
  await sql`update users set name = 'Bia', locale = 'pt-BR' where id = ${id}`;
  await sql`update users set updated_at = now() where id = ${id}`;
  await sql`delete from users where id = ${id}`;
  const rows = await sql`
    select operation, changed, "values" from public.audit_log where row_id = ${id} order by id`;
  const kept = { role: "user", email_verified: false };
  expect([...rows]).toEqual([
    { operation: "insert", changed: [], values: { ...kept, locale: "en" } },
    { operation: "update", changed: ["locale", "name"], values: { locale: ["en", "pt-BR"] } },
    { operation: "delete", changed: [], values: { ...kept, locale: "pt-BR" } },
  ]);
});

it("no function that runs with its owner's rights looks for names where callers can put them", async () => {
  const loose = await database.sql`
    select proname from pg_proc
    where prosecdef and pronamespace in ('app'::regnamespace, 'public'::regnamespace, 'auth'::regnamespace)
      and not coalesce(array_to_string(proconfig, ';') ~ 'search_path=.*pg_temp$', false)`;
  expect(loose).toEqual([]);
});
