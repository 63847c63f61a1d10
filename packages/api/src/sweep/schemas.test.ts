import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { appRouter, systemRouter } from "../root.ts";
import { FIXTURES } from "../testing/sweep/fixtures.ts";
import { proceduresOf } from "../testing/sweep/procedures.ts";
import { createWorld, type World } from "../testing/sweep/world.ts";

const procedures = proceduresOf(appRouter);
const all = [...procedures, ...proceduresOf(systemRouter)];

describe("audit L1: no procedure without schemas", () => {
  it.for(all)("$path says what it takes and what it gives", ({ input, output }) => {
    expect([input, output]).not.toContain(null);
  });
});

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
};

const asJson = (schema: z.ZodType | null) =>
  (schema ? z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) : {}) as JsonSchema;

describe("audit H2: what is not asked for is refused", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.app.close());

  it.for(procedures)("$path takes no key of its caller's own", ({ path, input }) => {
    const good = FIXTURES[path]?.input(world);
    if (typeof good !== "object" || good === null || good instanceof FormData) return;
    const stowaways = ["unexpected", "plan", "role", "trialEndsAt", "professionalId", "userId"];
    const own = Object.keys(asJson(input).properties ?? {});
    for (const key of stowaways.filter((name) => !own.includes(name)))
      expect([key, input?.safeParse({ ...good, [key]: "premium" }).success]).toEqual([key, false]);
  });
});

/** What a field is called that holds one of a few words. */
const WORDS =
  /^(type|kind|status|paymentStatus|role|plan|place|confirmation|color|locale|profession|currency|source|channel|guestCheck|holidays|cancelledBy|purpose)$/;

/** Fields of these names, however deep, that would take any text. */
function openFields(schema: JsonSchema, at = ""): string[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [
    ...inner.flatMap((part) => openFields(part, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
      ...(WORDS.test(name) && isOpen(field) ? [`${at}${name}`] : []),
      ...openFields(field, `${at}${name}.`),
    ]),
  ];
}

function isOpen(field: JsonSchema): boolean {
  if (field.enum !== undefined || field.const !== undefined) return false;
  const parts = [...(field.anyOf ?? []), ...(field.items ? [field.items] : [])];
  return parts.length > 0 ? parts.some(isOpen) : [field.type].flat().includes("string");
}

describe("audit L4: what is one of a few words is a closed list", () => {
  it.for(all)("$path, in what it takes", ({ input }) => {
    expect(openFields(asJson(input))).toEqual([]);
  });

  it("finds what is open", () => {
    const open = z.object({ items: z.array(z.object({ type: z.string().nullable() })) });
    expect(openFields(asJson(open))).toEqual(["items.type"]);
  });

  describe("and the database knows it", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.close());

    it("by a check on each column", async () => {
      const rows = await database.sql<{ table: string; column: string; checked: boolean }[]>`
        select relname as table, attname as column, exists (
          select from pg_constraint where conrelid = c.oid and contype = 'c' and attnum = any(conkey)
            and pg_get_constraintdef(pg_constraint.oid) ~ '(ANY|=) ') as checked
        from pg_attribute a join pg_class c on c.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and atttypid = 'text'::regtype`;
      const camel = (name: string) =>
        name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      const open = rows
        .filter(({ column, checked }) => WORDS.test(camel(column)) && !checked)
        .map(({ table, column }) => `${table}.${column}`);
      // An event's type is the compiler's closed list (ops/events.ts); a currency goes with its money.
      expect(open.toSorted()).toEqual([
        "appointments.currency",
        "message_spending.currency",
        "outbox_events.type",
      ]);
    });
  });
});
