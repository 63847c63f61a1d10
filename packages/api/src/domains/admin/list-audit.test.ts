import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { beforeAll, expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";

const bench = adminBench();
const professionalId = newId();
const row = (at: string, overrides: Partial<typeof auditLog.$inferInsert> = {}) => ({
  at: new Date(at),
  actor: "guest",
  action: "booking.book",
  requestId: "request-1",
  tableName: "appointments",
  rowId: newId(),
  operation: "insert",
  changed: ["status"],
  values: { status: "confirmed" },
  professionalId,
  ...overrides,
});

beforeAll(async () => {
  await bench.app.db
    .insert(auditLog)
    .values([
      row("2020-01-01T00:00:00.000Z", { rowId: "one" }),
      row("2020-01-01T23:59:59.999Z", { actor: "cron", action: "ops.drain", requestId: null }),
      row("2020-01-02T00:00:00.000Z", { tableName: "clients", professionalId: null }),
      row("2020-01-03T00:00:00.000Z", { requestId: "request-2" }),
    ]);
});

const old = { from: "2020-01-01", to: "2020-01-03" };
const daysOf = (page: { items: { at: string }[] }) => page.items.map(({ at }) => at.slice(8, 10));

it("the newest first, each filter by itself and all together", async () => {
  const { admin } = bench;
  expect(daysOf(await admin.listAudit(old))).toEqual(["03", "02", "01", "01"]);
  expect(daysOf(await admin.listAudit({ from: "2020-01-01", to: "2020-01-01" }))).toEqual([
    "01",
    "01",
  ]);
  expect(daysOf(await admin.listAudit({ actor: "cron" }))).toEqual(["01"]);
  expect(daysOf(await admin.listAudit({ ...old, action: "booking.book" }))).toHaveLength(3);
  expect(daysOf(await admin.listAudit({ ...old, table: "clients" }))).toEqual(["02"]);
  expect(daysOf(await admin.listAudit({ requestId: "request-2" }))).toEqual(["03"]);
  expect(daysOf(await admin.listAudit({ professionalId }))).toEqual(["03", "01", "01"]);
  const all = { ...old, actor: "guest", table: "appointments", row: "one", professionalId };
  expect((await admin.listAudit(all)).items).toMatchObject([
    { row: "one", operation: "insert", changed: ["status"], values: { status: "confirmed" } },
  ]);
});

it("page by page", async () => {
  const first = await bench.admin.listAudit({ ...old, limit: 3 });
  expect(daysOf(first)).toEqual(["03", "02", "01"]);
  const rest = await bench.admin.listAudit({ ...old, cursor: first.nextCursor ?? "" });
  expect(daysOf(rest)).toEqual(["01"]);
  expect(rest.nextCursor).toBeNull();
  await expect(bench.admin.listAudit({ cursor: "1; drop" })).rejects.toThrow("VALIDATION_ERROR");
});
