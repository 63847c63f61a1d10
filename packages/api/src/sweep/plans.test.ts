import { fillCrowd } from "@odys/db/testing/crowd";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../root.ts";
import { FIXTURES } from "../testing/sweep/fixtures.ts";
import { explain, type PlanNode, type Sent, watchStatements } from "../testing/sweep/plans.ts";
import { callProcedure, proceduresOf } from "../testing/sweep/procedures.ts";
import { createWorld, type World } from "../testing/sweep/world.ts";

/** The platform's own people look at everything, so their lists are asked about in their own room. */
const procedures = proceduresOf(appRouter).filter(
  ({ path, type }) => type !== "subscription" && FIXTURES[path]?.rung !== "admin",
);

/** Rows enough that whoever reads a table from end to end is seen to do so. */
const CROWD = { practices: 300, appointmentsEach: 40, now: "2026-11-23T12:00:00.000Z" };

describe("on a database with many tenants", () => {
  let world: World;
  let statements: ReturnType<typeof watchStatements>;
  /** Tables that hold rows of tenants or people, and of those the ones with a crowd in them. */
  let tenantTables: Set<string>;
  let crowded: Set<string>;
  /** Indexes of a few rows each: to go through one of them from end to end is what it is for. */
  let partial: Set<string>;
  beforeAll(async () => {
    world = await createWorld();
    const { sql } = world.app;
    await fillCrowd(sql, CROWD);
    const rows = await sql<{ name: string; rows: number }[]>`
      select relname as name, reltuples::int as rows from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and (relname in ('users', 'professionals')
        or exists (select from pg_attribute where attrelid = pg_class.oid and attname in ('professional_id', 'user_id')))`;
    tenantTables = new Set(rows.map(({ name }) => name));
    crowded = new Set(rows.filter((row) => row.rows >= CROWD.practices).map(({ name }) => name));
    const indexes = await sql<{ name: string }[]>`
      select indexrelid::regclass::text as name from pg_index where indpred is not null`;
    partial = new Set(indexes.map(({ name }) => name));
    statements = watchStatements(sql);
  });
  afterAll(async () => {
    statements.stop();
    await world.app.close();
  });

  it("the crowd is where people look", () => {
    expect([...crowded]).toEqual(
      expect.arrayContaining([
        "appointments",
        "availability",
        "clients",
        "professionals",
        "services",
        "users",
      ]),
    );
  });

  /** What a procedure sends, asked by whose ids the fixtures use. */
  async function sentBy(procedure: (typeof procedures)[number]): Promise<Sent[]> {
    statements.take();
    const fixture = FIXTURES[procedure.path];
    const actor = fixture?.rung === "public" ? "anonymous" : "owner";
    await callProcedure(appRouter, procedure, world.contextOf(actor), fixture?.input(world));
    return statements.take();
  }

  /** Scans of tenants' tables in these statements that read more than what they look for. */
  async function wholeScans(sent: readonly Sent[]): Promise<string[]> {
    const { sql } = world.app;
    const ofTenants = (node: PlanNode) => tenantTables.has(node["Relation Name"] ?? "");
    const wrong: string[] = [];
    for (const statement of sent) {
      const usual = (await explain(sql, statement)).filter(ofTenants);
      // A small table is read whole, and rightly; whether an index would do is asked without that way.
      const pressed = (await explain(sql, statement, { seqscan: false })).filter(ofTenants);
      const found = [
        ...usual.filter((node) => isWhole(node) && crowded.has(node["Relation Name"] ?? "")),
        ...pressed.filter((node) => isWhole(node) || isUnled(node)),
      ];
      for (const node of found)
        wrong.push(`${node["Node Type"]} on ${node["Relation Name"]}: ${statement.text}`);
    }
    return wrong;
  }

  /** From end to end along an index that holds every row. */
  function isUnled(node: PlanNode): boolean {
    const along = /^(Bitmap )?Index( Only)? Scan$/.test(node["Node Type"]);
    return along && node["Index Cond"] === undefined && !partial.has(node["Index Name"] ?? "");
  }

  it.for(procedures)("$path reads no table of tenants from end to end", async (procedure) => {
    expect(await wholeScans(await sentBy(procedure))).toEqual([]);
  });

  it("who is calling is looked up by an index", async () => {
    statements.take();
    const { services } = world.app;
    const { headers, responseHeaders } = world.contextOf("user");
    const actor = await services.resolveActor(services, headers, responseHeaders, "192.0.2.1");
    const sent = statements.take();
    expect([actor.type, sent.length > 0]).toEqual(["user", true]);
    expect(await wholeScans(sent)).toEqual([]);
  });

  it("whoever reads a table from end to end is found out", async () => {
    const whole = { text: "select count(*) from appointments where source = $1", identity: null };
    const nodes = await explain(world.app.sql, { ...whole, values: ["page"] });
    expect(nodes.some(isWhole)).toBe(true);
  });
});

function isWhole(node: PlanNode): boolean {
  return node["Node Type"] === "Seq Scan";
}
