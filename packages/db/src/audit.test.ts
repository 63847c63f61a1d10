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

it("no function that runs with its owner's rights looks for names where callers can put them", async () => {
  const loose = await database.sql`
    select proname from pg_proc
    where prosecdef and pronamespace in ('app'::regnamespace, 'public'::regnamespace, 'auth'::regnamespace)
      and not coalesce(array_to_string(proconfig, ';') ~ 'search_path=.*pg_temp$', false)`;
  expect(loose).toEqual([]);
});
