import { eq, sql } from "drizzle-orm";
import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtOnce, insertOf, statement } from "./statement.ts";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";

const notes = pgTable("notes", {
  body: text("body").notNull(),
  extra: jsonb("extra"),
  writtenAt: timestamp("written_at", { withTimezone: true }),
});
const value = sql.placeholder;
const write = statement<{ body: string; extra: unknown; written_at: string }>(sql`
  ${insertOf(notes, { body: value("body"), extra: value("extra"), writtenAt: sql`now()` })} returning *`);
const count = statement<{ n: number }>(sql`select count(*)::int as n from ${notes}`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ max: 1 });
  await database.sql`create table notes (body text not null, extra jsonb, written_at timestamptz)`;
});
afterAll(() => database.close());

test("placeholders are filled anew each time, null among them", async () => {
  const [row] = await write(database.db, { body: "a'b", extra: '{"a":1}' });
  expect(row).toMatchObject({ body: "a'b", extra: { a: 1 }, written_at: expect.any(String) });
  expect(await write(database.db, { body: "c", extra: null })).toMatchObject([{ extra: null }]);
  await expect(write(database.db, { body: "c" })).rejects.toThrow("extra");
});

test("in a transaction it is prepared once and leaves in the order in which it was called", async () => {
  const before = await count(database.db, {});
  const counts = await database.db.transaction(async (tx) => {
    const [, [between], , [after]] = await Promise.all([
      write(tx, { body: "1", extra: null }),
      count(tx, {}),
      write(tx, { body: "2", extra: null }),
      count(tx, {}),
    ]);
    return [between?.n, after?.n];
  });
  const [{ n } = { n: 0 }] = before;
  expect(counts).toEqual([n + 1, n + 2]);
  const prepared = await database.sql`
    select from pg_prepared_statements where statement like '%count(*)::int as n%'`;
  expect(prepared).toHaveLength(1);
});

test("a query of the builder is built once, and runs where it is told to", async () => {
  let built = 0;
  const bodies = builtOnce((handle) => {
    built++;
    const query = handle.select({ body: notes.body, writtenAt: notes.writtenAt }).from(notes);
    return query.where(eq(notes.body, value("body"))).prepare("bodies");
  });
  const other = await createTestDatabase({ max: 1, migrated: false });
  try {
    await other.sql`create table notes (body text not null, extra jsonb, written_at timestamptz)`;
    await expect(
      database.db.transaction(async (tx) => {
        await write(tx, { body: "here", extra: null });
        expect(await bodies(tx, { body: "here" })).toMatchObject([{ writtenAt: expect.any(Date) }]);
        expect(await bodies(other.db, { body: "here" })).toEqual([]);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await bodies(database.db, { body: "here" })).toEqual([]);
    expect(built).toBe(1);
  } finally {
    await other.close();
  }
});
