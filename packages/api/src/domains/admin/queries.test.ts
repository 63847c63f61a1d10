import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { userActor } from "../../testing/app.ts";
import { asAdmin } from "./queries.ts";

const bench = adminBench();

it("past row-level security comes nobody but an admin, whatever let them get so far", async () => {
  const ask = () =>
    asAdmin(bench.app.ctx(userActor({ role: "user" })), (tx) => tx.execute(sql`select 1`));
  expect(ask).toThrow("FORBIDDEN");
  const rows = await asAdmin(bench.app.ctx(bench.actor), (tx) =>
    tx.execute<{ role: string }>(sql`select current_user as role`),
  );
  expect(rows[0]?.role).toBe("service_role");
});
