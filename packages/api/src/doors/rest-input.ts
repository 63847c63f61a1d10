import { DomainError } from "@odys/shared/kernel/errors";
import type { AnyTRPCProcedure } from "@trpc/server";
import * as z from "zod";
import { readBody } from "./guard.ts";

export type InputReader = (
  request: Request,
  url: URL,
  params: Record<string, string>,
) => Promise<unknown>;

/** JSON Schema, as far as a query string can say it. */
type Schema = { type?: string | string[]; items?: Schema; anyOf?: Schema[]; enum?: unknown[] };

/** How the input of a procedure stands in a request of this method; worked out once per route. */
export function inputReader(procedure: AnyTRPCProcedure, method: string): InputReader {
  const schema = schemaOf(procedure);
  const properties = schema ? propertiesOf(schema) : {};
  // A procedure without fields wants nothing or an empty object, and says which.
  const nothing = !schema || schema.safeParse(undefined).success ? undefined : {};
  const inQuery = method === "GET" || method === "DELETE";

  return async (request, url, params) => {
    const path = Object.fromEntries(
      Object.entries(params).map(([name, text]) => [name, coerce(text, properties[name])]),
    );
    const given = inQuery ? fromQuery(url.searchParams, properties) : await fromBody(request);
    if (given === undefined || (isRecord(given) && Object.keys(given).length === 0))
      return Object.keys(path).length > 0 ? path : nothing;
    if (!isRecord(given)) {
      if (Object.keys(path).length > 0)
        throw new DomainError("VALIDATION_ERROR", { fields: { "": ["invalid_type"] } });
      return given;
    }
    return { ...given, ...path };
  };
}

/** The zod schema of a procedure's input; of several `.input()` the last. */
function schemaOf(procedure: AnyTRPCProcedure): z.ZodType | undefined {
  const { inputs } = procedure._def as { inputs?: unknown[] };
  const last = inputs?.at(-1);
  return last instanceof z.ZodType ? last : undefined;
}

function propertiesOf(schema: z.ZodType): Record<string, Schema> {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return (json.properties ?? {}) as Record<string, Schema>;
}

function fromQuery(query: URLSearchParams, properties: Record<string, Schema>) {
  const input: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    const schema = properties[name];
    const list = schema && variants(schema).find(({ type }) => type === "array");
    if (list) input[name] = values.map((value) => coerce(value, list.items));
    else input[name] = values.length === 1 ? coerce(values[0] ?? "", schema) : values;
  }
  return input;
}

/** Text into what the schema wants, or left as it is for the schema to refuse. */
function coerce(text: string, schema: Schema | undefined): unknown {
  if (!schema) return text;
  for (const { type } of variants(schema)) {
    if (type === "string") return text;
    if ((type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(text))
      return Number(text);
    if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  }
  return text;
}

function variants(schema: Schema): Schema[] {
  if (schema.anyOf) return schema.anyOf.flatMap(variants);
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

async function fromBody(request: Request): Promise<unknown> {
  const body = await readBody(request);
  if (body.byteLength === 0) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new DomainError("VALIDATION_ERROR", { fields: { "": ["json"] } }, { cause });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
