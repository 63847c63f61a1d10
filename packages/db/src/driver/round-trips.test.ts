import { eq, sql } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Connection } from "../client.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { startProxy, type Proxy } from "../testing/proxy.ts";

// Tried against Drizzle without patches/drizzle-orm: a warm query takes two round trips and is never
// a prepared statement (it is only when it was named by `.prepare()`), a transaction takes six.

const notes = pgTable("notes", { id: uuid("id").primaryKey(), body: text("body").notNull() });
const id = "018f0000-0000-7000-8000-000000000001";

let database: TestDatabase;
let proxy: Proxy;
let client: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`create table notes (id uuid primary key, body text not null)`;
  await database.sql`insert into notes values (${id}, 'hello')`;
  // The delay keeps what is sent together together, so that a round trip is what the clock says.
  proxy = await startProxy(database.url, { delayMs: 5 });
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

const read = () => client.db.select().from(notes).where(eq(notes.id, id));

async function counted(work: () => Promise<unknown>): Promise<number> {
  proxy.reset();
  await work();
  return proxy.counts.roundTrips;
}

async function withClient(options: { prepare?: boolean }, work: () => Promise<void>) {
  client = connect(proxy.url, { max: 1, ...options });
  try {
    await client.db.execute(sql`select 1`);
    await work();
  } finally {
    await client.close();
  }
}

beforeEach(() => proxy.reset());

test("a warm query of the builder takes one round trip", () =>
  withClient({}, async () => {
    expect(await counted(read)).toBe(2); // the first time: describe, then execute
    expect(await counted(read)).toBe(1);
    expect(await read()).toEqual([{ id, body: "hello" }]);
    expect(proxy.counts.sent["P"]).toBeUndefined();
  }));

test("its statement is prepared on the server", () =>
  withClient({}, async () => {
    await read();
    await read();
    const rows = await client.sql`
      select generic_plans + custom_plans as runs from pg_prepared_statements
      where statement like '%from "notes"%' and not statement like '%pg_prepared%'`;
    expect([...rows]).toEqual([{ runs: "2" }]);
  }));

test("prepare: false prepares nothing and answers the same", () =>
  withClient({ prepare: false }, async () => {
    await read();
    expect(await read()).toEqual([{ id, body: "hello" }]);
    expect(await counted(read)).toBe(2);
    const rows =
      await client.sql`select from pg_prepared_statements where statement like '%notes%'`;
    expect(rows.length).toBe(0);
  }));

test("a schema change under a prepared statement is survived outside of a transaction", () =>
  withClient({}, async () => {
    await client.db.execute(sql`create table shifting (a int, b int)`);
    const shifting = () => client.db.execute(sql`select * from shifting where ${1} = 1`);
    await shifting();
    await client.db.execute(sql`alter table shifting add column c int`);
    expect([...(await shifting())]).toEqual([]);
    await client.db.execute(sql`drop table shifting`);
  }));

/** What every use case does: claims first, then its statement, without waiting in between. */
function pipelined() {
  return client.db.transaction((tx) =>
    Promise.all([
      tx.execute(sql`select set_config('request.jwt.claims', ${"{}"}, true)`),
      tx.update(notes).set({ body: "changed" }).where(eq(notes.id, id)),
    ]),
  );
}

test("a warm transaction of pipelined statements takes three round trips", () =>
  withClient({}, async () => {
    await pipelined();
    expect(await counted(pipelined)).toBe(3); // begin; all statements; commit
    const raw = () =>
      client.sql.begin((tx) => [tx`select set_config('a.b', ${"1"}, true)`, tx`select ${2}::int`]);
    await raw();
    expect(await counted(raw)).toBe(3);
  }));
