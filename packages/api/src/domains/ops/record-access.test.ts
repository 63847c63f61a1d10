import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actorName } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp, userActor } from "../../testing/app.ts";
import { recordAccess } from "./record-access.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("says who opened what, in which request", async () => {
  const actor = userActor({ role: "admin" });
  const [row, professionalId] = [newId(), newId()];
  await recordAccess(app.ctx(actor), { table: "appointments", row, professionalId });
  const [found] = await app.db.select().from(auditLog).where(eq(auditLog.rowId, row));
  expect(found).toMatchObject({
    actor: actorName(actor),
    action: "test",
    requestId: expect.any(String),
    operation: "access",
    tableName: "appointments",
    professionalId,
    changed: [],
    values: {},
  });
});

it("is undone with the transaction around it", async () => {
  const row = newId();
  const refused = withSystemTransaction(app.ctx(userActor()), async (_tx, ctx) => {
    await recordAccess(ctx, { table: "users", row });
    throw new RangeError("afterwards");
  });
  await expect(refused).rejects.toThrow("afterwards");
  expect(await app.db.$count(auditLog, eq(auditLog.rowId, row))).toBe(0);
});

it("nobody rewrites the log, the system's own role neither", async () => {
  const rewrite = withSystemTransaction(app.ctx(userActor()), (tx) =>
    tx.execute(sql`update audit_log set actor = 'somebody else'`),
  );
  await expect(rewrite).rejects.toThrow("NOT_FOUND");
});
