import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { migrationsCurrent } from "../migrate.ts";
import { createTestDatabase } from "./database.ts";

test("five databases are ready in a blink, each on its own", async () => {
  const warm = await createTestDatabase();
  const start = performance.now();
  const databases = await Promise.all(
    Array.from({ length: 5 }, () => createTestDatabase({ max: 2 })),
  );
  const elapsed = performance.now() - start;
  expect(new Set(databases.map(({ url }) => url)).size).toBe(5);
  for (const { db } of databases)
    expect(await migrationsCurrent(db)).toMatchObject({ current: true });
  expect(elapsed).toBeLessThan(1_000); // about 100 ms; the machine may be busy
  await Promise.all([...databases, warm].map((database) => database.close()));
});

test("its role is an ordinary one that owns the database", async () => {
  const { db, close } = await createTestDatabase();
  const rows = await db.execute(sql`
    select rolsuper, rolbypassrls, pg_get_userbyid(datdba) = current_user as owner,
      current_setting('TimeZone') as zone, current_setting('application_name') as name
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`);
  expect([...rows]).toEqual([
    { rolsuper: false, rolbypassrls: false, owner: true, zone: "UTC", name: "odys" },
  ]);
  await close();
});

test("closing drops it", async () => {
  const gone = await createTestDatabase();
  await gone.close();
  const { db, close } = await createTestDatabase({ migrated: false });
  const name = new URL(gone.url).pathname.slice(1);
  expect([...(await db.execute(sql`select from pg_database where datname = ${name}`))]).toEqual([]);
  expect(await migrationsCurrent(db)).toMatchObject({ applied: 0, current: false });
  await close();
});
