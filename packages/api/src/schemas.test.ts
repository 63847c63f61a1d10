import { expect, test } from "vitest";
import * as z from "zod";
import { appRouter, systemRouter } from "./root.ts";
import { proceduresOf } from "./testing/sweep/procedures.ts";

const app = proceduresOf(appRouter);
const all = [...app, ...proceduresOf(systemRouter)];

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Every named field of a schema, however deep, with what it takes. */
function fieldsOf(node: unknown, found: { name: string; field: Node }[] = []) {
  if (!isNode(node)) return found;
  const { properties } = node;
  if (isNode(properties))
    for (const [name, field] of Object.entries(properties))
      if (isNode(field)) found.push({ name, field });
  for (const value of Object.values(node)) fieldsOf(value, found);
  return found;
}
const jsonOf = (schema: z.ZodType | null): Node =>
  schema ? { ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) } : {};

/** A choice out of a list, alone, as one of several, or as what a list holds. */
function isClosed(field: Node): boolean {
  const { anyOf, oneOf, items } = field;
  const parts = [anyOf, oneOf].find(Array.isArray);
  if (parts)
    return parts.every((part) => isNode(part) && (part["type"] === "null" || isClosed(part)));
  if (isNode(items)) return isClosed(items);
  return Array.isArray(field["enum"]) || "const" in field || field["type"] === "boolean";
}

test("L1: no procedure without a schema of its input and of its output", () => {
  expect(app.length).toBeGreaterThan(40);
  const bare = all.filter(({ input, output }) => !input || !output).map(({ path }) => path);
  expect(bare).toEqual([]);
});

test("H2: no input of any procedure takes keys that it does not know", () => {
  const open = app
    .filter(({ input }) => jsonOf(input)["additionalProperties"] !== false)
    .map(({ path }) => path);
  expect(open).toEqual([]);
});

test("L4: what is one of a few kinds is a closed list wherever it comes in", () => {
  const KINDS =
    /^(status|type|kind|mode|role|plan|place|color|currency|locale|confirmation|purpose|source|holidays|guestCheck|profession|paymentStatus|state)$/;
  const loose = app.flatMap(({ path, input }) =>
    fieldsOf(jsonOf(input))
      .filter(({ name, field }) => KINDS.test(name) && !isClosed(field))
      .map(({ name }) => `${path}: ${name}`),
  );
  expect(loose).toEqual([]);
});
