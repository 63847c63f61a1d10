import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, isPooled } from "./client.ts";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a transaction pooler is known by its port or its parameter", () => {
  expect(isPooled("postgres://u:p@host:5432/db")).toBe(false);
  expect(isPooled("postgres://u:p@host:6543/db")).toBe(true);
  expect(isPooled("postgres://u:p@host:6543/db?pgbouncer=false")).toBe(false);
  expect(isPooled("postgres://u:p@host/db?pgbouncer=true&connection_limit=1")).toBe(true);
});

test("parameters of other clients do not reach the server, and a pooler gets no limits", async () => {
  const pooled = connect(`${database.url}?pgbouncer=true&connection_limit=1`, { max: 1 });
  const settings = sql`select current_setting('statement_timeout') as limit, current_setting('TimeZone') as zone`;
  expect([...(await pooled.db.execute(settings))]).toEqual([{ limit: "0", zone: "UTC" }]);
  expect([...(await database.db.execute(settings))]).toEqual([{ limit: "30s", zone: "UTC" }]);
  expect(pooled.sql.options.prepare).toBe(false);
  await pooled.close();
});

test("hand-written SQL takes dates and JSON as they are", async () => {
  const at = new Date("2026-03-01T12:30:00.123Z");
  const rows = await database.sql`
    select ${at}::timestamptz = '2026-03-01T12:30:00.123Z'::timestamptz as same,
      ${database.sql.json({ a: [1] })}::jsonb as json, ${["x", "y"]}::text[] as list`;
  expect([...rows]).toEqual([{ same: true, json: { a: [1] }, list: ["x", "y"] }]);
  const viaBuilder = await database.db.execute(sql`select ${at}::timestamptz as at`);
  expect(new Date(String(viaBuilder[0]?.["at"]))).toEqual(at);
});
