import { fillCrowd } from "@odys/db/testing/crowd";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { explain, watchStatements } from "../../testing/sweep/plans.ts";

const bench = adminBench();
const CROWD = { practices: 300, appointmentsEach: 40, now: "2026-11-23T12:00:00.000Z" };
const LOGGED = 20_000;

beforeAll(async () => {
  await fillCrowd(bench.app.sql, CROWD);
  await bench.app.db.execute(sql`
    insert into audit_log (at, actor, request_id, action, table_name, row_id, operation, changed, "values")
    select timestamptz '2026-01-01' + n * interval '20 minutes', 'user:' || n % 500, 'request-' || n,
      'booking.' || n % 60, 'table_' || n % 20, 'row-' || n, 'insert', '{}', '{}'
    from generate_series(1, ${sql.raw(String(LOGGED))}) as n`);
  await bench.app.db.execute(sql`analyze`);
});

type Admin = typeof bench.admin;
const ASKED: Record<string, (admin: Admin) => Promise<unknown>> = {
  "people, the newest": (admin) => admin.listUsers({}),
  "people by a part of a name": (admin) => admin.listUsers({ search: "zzyxq" }),
  "professionals, the newest": (admin) => admin.listProfessionals({}),
  "professionals by a part of an address": (admin) => admin.listProfessionals({ search: "zzyxq" }),
  "suspended professionals": (admin) => admin.listProfessionals({ suspended: true }),
  "appointments, the latest": (admin) => admin.listAppointments({}),
  "appointments of a day": (admin) =>
    admin.listAppointments({ from: "2026-11-24", to: "2026-11-24" }),
  "appointments by id": (admin) => admin.listAppointments({ id: newId() }),
  "appointments of a practice": (admin) => admin.listAppointments({ professionalId: newId() }),
  "appointments of a client": (admin) => admin.listAppointments({ client: "zzyxq" }),
  "the log, the newest": (admin) => admin.listAudit({}),
  "the log by actor": (admin) => admin.listAudit({ actor: "user:7" }),
  "the log by action": (admin) => admin.listAudit({ action: "booking.7" }),
  "the log by table": (admin) => admin.listAudit({ table: "table_7" }),
  "the log by row": (admin) => admin.listAudit({ table: "table_7", row: "row-7" }),
  "the log by practice": (admin) => admin.listAudit({ professionalId: newId() }),
  "the log by request": (admin) => admin.listAudit({ requestId: "request-7" }),
  "the log of a day": (admin) => admin.listAudit({ from: "2026-02-01", to: "2026-02-01" }),
  "events that wait": (admin) => admin.listEvents({}),
  refusals: (admin) => admin.listHits({}),
};

const LARGE = ["appointments", "audit_log", "clients"];

it.for(Object.entries(ASKED))("%s: found by an index", async ([, ask]) => {
  const statements = watchStatements(bench.app.sql);
  await ask(bench.admin);
  const sent = statements.take();
  statements.stop();
  expect(sent.length).toBeGreaterThan(0);
  for (const statement of sent) {
    const whole = (await explain(bench.app.sql, statement)).filter(
      (node) => node["Node Type"] === "Seq Scan" && LARGE.includes(node["Relation Name"] ?? ""),
    );
    expect(whole, statement.text).toEqual([]);
    const pressed = (await explain(bench.app.sql, statement, { seqscan: false })).filter(
      (node) => node["Node Type"] === "Seq Scan" && node["Relation Name"] !== undefined,
    );
    expect(pressed, statement.text).toEqual([]);
  }
});
