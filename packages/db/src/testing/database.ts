import { randomUUID } from "node:crypto";
import { connect, type Connection, type ConnectOptions } from "../client.ts";
import { inDatabase, startTestServer, type TestServer } from "./server.ts";
import { testSetting } from "./settings.ts";

declare module "vitest" {
  interface ProvidedContext {
    odysTestServer: Pick<TestServer, "url" | "template">;
  }
}

export interface TestDatabase extends Connection {
  /** As the ordinary role that owns it. */
  url: string;
  /** Closes the connections and drops the database. */
  close: () => Promise<void>;
}

export interface TestDatabaseOptions extends ConnectOptions {
  /** Where to make it. Default: the server of this test run; outside of one, a server is started. */
  server?: Pick<TestServer, "url" | "template">;
  /** Whether the migrations have run in it. Default true. */
  migrated?: boolean;
}

/** A database of the caller's own, cloned from the migrated template in a few dozen milliseconds. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { server = await currentServer(), migrated = true, ...connection } = options;
  const name = `t_${process.pid}_${randomUUID().slice(0, 8)}`;
  const admin = adminOf(server.url);
  const template = migrated ? server.template : "template1";
  await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy`;
  const url = inDatabase(server.url, name);
  const { sql, db, close } = connect(url, connection);
  return {
    url,
    sql,
    db,
    async close() {
      await close();
      // An ordinary role may not force out an autovacuum worker of PostgreSQL 15; unforced it waits for it.
      await admin`drop database if exists ${admin(name)} with (force)`.catch(
        () => admin`drop database if exists ${admin(name)}`,
      );
    },
  };
}

const admins = new Map<string, Connection["sql"]>();

/** One connection per process for making and dropping; it closes by itself when nobody needs it. */
function adminOf(url: string): Connection["sql"] {
  let admin = admins.get(url);
  if (!admin) {
    admin = connect(url, {
      max: 1,
      idleTimeout: 1,
      prepare: false,
      applicationName: "odys test",
    }).sql;
    admins.set(url, admin);
  }
  return admin;
}

let started: Promise<TestServer> | undefined;

async function currentServer(): Promise<Pick<TestServer, "url" | "template">> {
  if (testSetting("VITEST")) {
    const { inject } = await import("vitest");
    return inject("odysTestServer");
  }
  return (started ??= startTestServer());
}

/** Outside of Vitest: lets go of a server that `createTestDatabase` started by itself. */
export async function stopOwnServer(): Promise<void> {
  const server = await started;
  started = undefined;
  await server?.stop();
}
