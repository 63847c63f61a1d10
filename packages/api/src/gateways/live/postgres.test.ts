import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { type Proxy, startProxy } from "@odys/db/testing/proxy";
import { sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { liveContract } from "./contract.ts";
import type { LiveGateway } from "./port.ts";
import { createPostgresLive } from "./postgres.ts";

const log = pino({ level: "silent" });

describe("live, postgres", () => {
  let database: TestDatabase;
  let proxy: Proxy;
  const opened: LiveGateway[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await startProxy(database.url);
  });
  afterAll(async () => {
    await proxy.close();
    await database.close();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((live) => live.close()));
  });

  const soon = (read: () => unknown) => expect.poll(read, { timeout: 15_000, interval: 10 });

  /** A process of its own. */
  function open(url = database.url, pulseMs = 60_000): LiveGateway {
    const live = createPostgresLive({ url, log, pulseMs });
    opened.push(live);
    return live;
  }
  /** Resolves when the process hears the others. */
  async function hearing(live: LiveGateway): Promise<{ told: number; leave(): void }> {
    const listener = { told: 0, leave: () => {} };
    listener.leave = live.listen("professional:a", () => void listener.told++);
    await soon(() => listener.told).toBeGreaterThan(0);
    listener.told = 0;
    return listener;
  }
  const connections = async () => {
    const rows = await database.db.execute<{ count: number }>(
      sql`select count(*)::int as count from pg_stat_activity
        where application_name = 'odys live' and datname = current_database()`,
    );
    return rows[0]?.count;
  };

  liveContract(async () => createPostgresLive({ url: database.url, log }));

  it("tells the other processes, in an instant, and itself but once", async () => {
    const [here, there] = [open(), open()];
    const [own, other] = [await hearing(here), await hearing(there)];
    const mark = there.mark();
    here.announce("professional:a");
    await soon(() => other.told).toBe(1);
    expect(own.told).toBe(1);
    expect(there.changedSince("professional:a", mark)).toBe(true);
    expect(there.changedSince("professional:b", mark)).toBe(false);
  });

  it("many announcements in a moment are few notifications, and none is lost", async () => {
    const [here, there] = [open(), open()];
    const heard = new Set<string>();
    const names = Array.from({ length: 500 }, (_, index) => `user:${index}` as const);
    await hearing(there);
    for (const name of names) there.listen(name, () => void heard.add(name));
    for (const name of names) for (let i = 0; i < 5; i++) here.announce(name);
    await soon(() => heard.size).toBe(names.length);
    expect([...heard].toSorted()).toEqual([...names].toSorted());
  });

  it("listens on one connection, however many listen, and on none before", async () => {
    const live = open();
    live.announce("professional:a");
    expect(await connections()).toBe(0);
    const first = await hearing(live);
    for (let i = 0; i < 200; i++) live.listen(`user:${i}`, () => {});
    expect(await connections()).toBe(1);
    first.leave();
    expect(await connections()).toBe(1);
  });

  it("a connection that was cut is listened on again, and what was missed is told", async () => {
    const [here, there] = [open(), open(proxy.url, 100)];
    const other = await hearing(there);
    const mark = there.mark();
    proxy.refuse = true;
    proxy.cutAll();
    here.announce("professional:a");
    proxy.refuse = false;
    await soon(() => other.told).toBeGreaterThan(0);
    expect(there.changedSince("professional:a", mark)).toBe(true);
    await soon(connections).toBeGreaterThan(0);
    // And from then on it hears.
    await soon(() => {
      const before = other.told;
      here.announce("professional:a");
      return new Promise((resolve) => setTimeout(() => resolve(other.told > before), 50));
    }).toBe(true);
  });

  it("behind a transaction pooler it is asked by the clock", async () => {
    const pooled = new URL(database.url);
    pooled.searchParams.set("pgbouncer", "true");
    const live = open(pooled.toString(), 30);
    let told = 0;
    const leave = live.listen("professional:a", () => void told++);
    await soon(() => told).toBeGreaterThan(2);
    leave();
    expect(await connections()).toBe(0);
  });

  it("without a database it says nothing and breaks nothing", async () => {
    const live = open("postgres://nobody@127.0.0.1:9/none", 30);
    let told = 0;
    live.listen("professional:a", () => void told++);
    live.announce("professional:a");
    expect(told).toBe(1);
    await soon(() => told).toBeGreaterThan(2);
  });
});
