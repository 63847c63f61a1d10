import { expect, test } from "vitest";
import { migrate, migrationsCurrent } from "./migrate.ts";
import { createTestDatabase } from "./testing/database.ts";

test("of several that migrate at once one applies, and all end with a current database", async () => {
  const database = await createTestDatabase({ migrated: false });
  expect(await migrationsCurrent(database.db)).toMatchObject({ applied: 0, current: false });
  const lines: string[] = [];
  const states = await Promise.all(
    Array.from({ length: 4 }, () => migrate(database.url, (line) => lines.push(line))),
  );
  for (const state of states)
    expect(state).toEqual({ applied: state.expected, expected: state.expected, current: true });
  expect(lines.filter((line) => line.endsWith("nothing to do"))).toHaveLength(3);
  await database.close();
});

test("a transaction pooler is refused by name", async () => {
  await expect(migrate("postgres://u:p@127.0.0.1:6543/db")).rejects.toThrow(/pooler/);
});
