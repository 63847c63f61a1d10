import fc from "fast-check";
import * as z from "zod";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** As much of JSON Schema as zod writes for our inputs. */
type JsonSchema = {
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
};

/** Texts that have broken programs: encodings, injections, extremes, and names that mean something. */
const NASTY = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "🐘",
  "é̀́",
  "\u202egnp.exe",
  "'; drop table users; --",
  "${7*7}{{7*7}}",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "NaN",
  "-0",
  "1e309",
  "9".repeat(400),
  "x".repeat(10_000),
  "\\u0000",
  "%00",
  "<script>alert(1)</script>",
  "null",
];

/** Texts that pass as something: instants, days, times, zones, ids, addresses, phones, at their extremes. */
const PLAUSIBLE = [
  "2026-12-01T12:00:00.000Z",
  "2026-12-01T12:00:00Z",
  "0000-01-01T00:00:00.000Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2026-02-29T00:00:00.000Z",
  "2026-12-01T12:00:00.123456789Z",
  "2026-12-01",
  "2026-12-02",
  "2027-01-15",
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "2026-02-30",
  "00:00",
  "09:00",
  "18:00",
  "24:00",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "UTC",
  "Etc/GMT+12",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "0190163d-8694-739b-aea5-966c26f8ad91",
  "ana@example.com",
  `${"a".repeat(60)}@${"b".repeat(60)}.example.com`,
  "ANA+tag@EXÄMPLE.com",
  "+5511987654321",
  "(11) 98765-4321",
  "11987654321",
  "ana-souza",
  "uma senha bem comprida",
  "abcdefghijklmnopqrstuvwxyz012345",
];

/** What a schema cannot say of a text, because a transformation or a refinement checks it. */
const HINTS: Record<string, string[]> = {
  phone: ["+5511987654321", "(11) 98765-4321", "11987654321", "+442071838750"],
  zone: ["America/Sao_Paulo", "Asia/Kathmandu", "UTC", "Pacific/Apia"],
  email: ["ana@example.com", "ANA+tag@example.com "],
  // Ranges in the right order, as days and as instants: what does not fit the field is left out.
  from: ["2026-12-01", "2026-12-01T00:00:00.000Z"],
  to: ["2026-12-02", "2026-12-05", "2026-12-05T00:00:00.000Z"],
  startTime: ["08:00", "09:00"],
  endTime: ["18:00", "24:00"],
  // Of a block, from a start among the plausible ones.
  until: ["2026-12-01T13:00:00.000Z", "2026-12-08T12:00:00.000Z"],
  password: ["uma senha bem comprida", "12345678"],
};

/**
 * Inputs for one procedure: a third as the schema wants them, a third such with one thing wrong,
 * and a third anything at all. `known` are texts that mean something in this world: ids, slugs.
 */
export function inputsOf(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  const texts = [...known, ...PLAUSIBLE];
  const good = valueOf(json, texts);
  const wrong = fc.tuple(good, anything(texts), fc.nat(), fc.nat(3)).map(spoil);
  return fc.oneof(good, wrong, anything(texts));
}

function valueOf(schema: JsonSchema, texts: readonly string[]): fc.Arbitrary<Json | undefined> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((part) => valueOf(part, texts)));
  if (schema.allOf?.[0]) return valueOf({ ...schema, ...schema.allOf[0], allOf: undefined }, texts);
  switch (schema.type) {
    case "object":
      return objectOf(schema, texts);
    case "array":
      return fc
        .array(valueOf(schema.items ?? {}, texts), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 6, 6),
        })
        .map((items) => items.filter((item) => item !== undefined));
    case "string":
      return textOf(schema, texts);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return anything(texts);
  }
}

function objectOf(
  { properties = {}, required = [] }: JsonSchema,
  texts: readonly string[],
): fc.Arbitrary<Json> {
  const fields = Object.entries(properties).map(([key, schema]) => {
    const hints = schema.type === "string" ? (HINTS[key] ?? []).filter(fitsOf(schema)) : [];
    const plain = valueOf(schema, texts);
    const value = hints.length
      ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Json>(...hints) }, plain)
      : plain;
    const field = required.includes(key) ? value : fc.option(value, { nil: undefined, freq: 3 });
    return field.map((given) => [key, given] as const);
  });
  return fc
    .tuple(...fields)
    .map((entries) =>
      Object.fromEntries(
        entries.filter((entry): entry is [string, Json] => entry[1] !== undefined),
      ),
    );
}

function fitsOf({ pattern, minLength, maxLength }: JsonSchema): (text: string) => boolean {
  const shape = pattern ? compile(pattern) : null;
  return (text) =>
    (!shape || shape.test(text)) &&
    text.length >= (minLength ?? 0) &&
    text.length <= (maxLength ?? Infinity);
}

function textOf(schema: JsonSchema, texts: readonly string[]) {
  const { format, minLength, maxLength } = schema;
  const fitting = [...texts, ...NASTY].filter(fitsOf(schema));
  if (format === "uuid") fitting.push(...fc.sample(fc.uuid({ version: 7 }), 3));
  const random = fc
    .string({ unit: "grapheme", minLength: minLength ?? 0, maxLength: maxLength ?? 200 })
    .map((text) => text as Json);
  return fitting.length > 0
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Json>(...fitting) }, random)
    : random;
}

function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null;
  }
}

function numberOf({
  type,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
}: JsonSchema): fc.Arbitrary<Json> {
  const low = Math.max(minimum ?? -1e9, exclusiveMinimum ?? -1e9);
  const high = Math.min(maximum ?? 1e9, exclusiveMaximum ?? 1e9);
  const edges = fc.constantFrom<Json>(low, high);
  const inside =
    type === "integer"
      ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
      : fc.double({ min: low, max: high, noNaN: true });
  return fc.oneof(edges, inside);
}

const NUMBERS = [0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, -0, 99999999999999];

function anything(texts: readonly string[]): fc.Arbitrary<Json | undefined> {
  const leaf = fc.oneof(
    fc.constantFrom<Json>(...NASTY, ...texts),
    fc.constantFrom<Json>(...NUMBERS),
    fc.boolean(),
    fc.constant(null),
  );
  const keys = fc.constantFrom("id", "slug", "email", "cursor", "limit", "__proto__", "toString");
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    fc.array(leaf, { maxLength: 4 }),
    fc.dictionary(keys, leaf, { maxKeys: 4 }),
    fc.constant(undefined),
    fc.constant(deep(200)),
  );
}

function deep(levels: number): Json {
  let value: Json = [];
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { id: value };
  return value;
}

/** Puts something wrong somewhere into a good input: replaced, left out, added, or wrapped. */
function spoil([good, wrong, where, how]: [Json | undefined, Json | undefined, number, number]) {
  if (typeof good !== "object" || good === null || Array.isArray(good)) return wrong;
  const keys = Object.keys(good);
  const key = keys[where % Math.max(1, keys.length)] ?? "id";
  const copy: Record<string, Json | undefined> = { ...good };
  if (how === 0) copy[key] = wrong;
  else if (how === 1) delete copy[key];
  else if (how === 2) copy["unexpected"] = wrong;
  else copy[key] = [copy[key] ?? null];
  const inner = good[key];
  // As often as not, one level further down.
  if (how === 0 && where % 2 && Array.isArray(inner) && inner.length > 0)
    copy[key] = [wrong ?? null, ...inner.slice(1)];
  return copy;
}
