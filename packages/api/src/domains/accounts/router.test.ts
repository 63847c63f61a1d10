import { expect, test } from "vitest";
import * as z from "zod";
import { appRouter } from "../../root.ts";

/** Every name that an input can carry, at any depth. */
function namesIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(namesIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "properties" && typeof value === "object" && value !== null
      ? [...Object.keys(value), ...namesIn(Object.values(value))]
      : namesIn(value),
  );
}

function inputsOf(path: string, procedure: unknown): unknown[] {
  if (typeof procedure !== "function" || !("_def" in procedure))
    throw new TypeError(`${path} is no procedure`);
  const def = procedure._def;
  if (typeof def !== "object" || def === null || !("inputs" in def) || !Array.isArray(def.inputs))
    throw new TypeError(`${path} has no inputs`);
  return def.inputs;
}

const inputs = Object.entries<unknown>(appRouter._def.procedures).flatMap(([path, procedure]) =>
  inputsOf(path, procedure).map((parser) => {
    if (!(parser instanceof z.ZodType))
      throw new TypeError(`${path} has an input that is no schema`);
    const schema = z.toJSONSchema(parser, { io: "input", unrepresentable: "any" });
    return { path, names: namesIn(schema), schema };
  }),
);

/** What the platform's own people look for, in every practice: they narrow a list and give no right. */
const ADMIN_FILTERS = [
  "admin.listUsers: role",
  "admin.listAppointments: professionalId",
  "admin.listAudit: professionalId",
];

test("M5: no input of any procedure names a tenant, a user or a role", () => {
  expect(inputs.length).toBeGreaterThan(10);
  const tenancy = /^(professional|user|tenant|owner|actor)_?id$|^role$/i;
  const found = inputs.flatMap(({ path, names }) =>
    names.filter((name) => tenancy.test(name)).map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual(ADMIN_FILTERS);
});

test("H2: every input refuses unknown keys, and none knows plan or trial", () => {
  for (const { path, names, schema } of inputs) {
    expect({ path, open: schema.additionalProperties }).toEqual({ path, open: false });
    expect(names.filter((name) => /^(plan|trial)/i.test(name))).toEqual([]);
  }
});
