import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";

// Tried against the driver without patches/postgres: "transaction", "reserved" and "storm" end the
// process (TypeError: Cannot read properties of null (reading 'write'), from setImmediate), "idle"
// hangs for ever, "zombie" commits a row outside of its transaction; only "reset" passes.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql`create table kept (what text)`;
});
afterAll(() => database.close());

const NODE = join(import.meta.dirname, "../../../../node_modules/.bin/node");

async function play(scenario: string): Promise<unknown> {
  const script = join(import.meta.dirname, "fixtures/lost-connection.ts");
  const child = spawn(NODE, [script, database.url, scenario], { stdio: "pipe" });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [exit] = (await once(child, "close")) as [number | null];
  expect({ exit, errors }).toEqual({ exit: 0, errors: "" });
  return JSON.parse(output) as unknown;
}

test("a transaction cut in the middle rejects, and the process goes on", async () => {
  expect(await play("transaction")).toEqual(["CONNECTION_CLOSED", "ok"]);
});

test("so does one whose server is killed", async () => {
  expect(await play("reset")).toEqual([
    expect.stringMatching(/ECONNRESET|CONNECTION_CLOSED/),
    "ok",
  ]);
});

test("a transaction that lost its connection cannot write on the next one", async () => {
  expect(await play("zombie")).toEqual(["CONNECTION_CLOSED", "ok", ["CONNECTION_CLOSED"], 0]);
});

test("a reserved connection that went says so each time, and the pool goes on", async () => {
  expect(await play("reserved")).toEqual(["CONNECTION_CLOSED", "CONNECTION_CLOSED", "ok", "ok"]);
});

test("a query that leaves while the connection closes ends one way or the other", async () => {
  expect(await play("idle")).toEqual([false, "ok"]);
});

test("cuts at random moments under load leave nothing hanging", { timeout: 60_000 }, async () => {
  expect(await play("storm")).toEqual([true, false, ["ok", "ok", "ok", "ok"]]);
});
