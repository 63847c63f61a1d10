import { ERROR_CODES } from "@odys/shared/kernel/errors";
import type { AnyTRPCRouter } from "@trpc/server";
import { generateOpenApiDocument, type OpenApiRouter } from "trpc-to-openapi";
import type { Settings } from "../kernel/ports.ts";
import type { Meta } from "../trpc/meta.ts";
import { routesOf } from "./rest-routes.ts";

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined;
type JsonObject = { [key: string]: Json };

const METHODS = ["get", "post", "put", "patch", "delete"];

const ERROR_SCHEMA: JsonObject = {
  type: "object",
  required: ["success", "error"],
  properties: {
    success: { const: false },
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string", enum: [...ERROR_CODES] },
        message: { type: "string", description: "One English sentence, for logs." },
        details: {
          type: "object",
          description:
            "What the caller can act on: `fields` of a VALIDATION_ERROR, `retryAfterSeconds`, the nearest free slots; `requestId` of a failure of ours.",
        },
      },
    },
  },
};

/** OpenAPI 3.1 of everything that a router offers to REST, in the envelope that the door really sends. */
export function openApiDocument(router: AnyTRPCRouter, settings: Settings): JsonObject {
  const generated = generateOpenApiDocument(router as OpenApiRouter, {
    title: "Odys",
    description:
      "Instants are ISO 8601 in UTC, local dates YYYY-MM-DD, local times HH:mm, zones IANA names, money integer minor units with an ISO 4217 currency, phones E.164. Mutations accept an `Idempotency-Key` where they say so.",
    version: settings.version,
    baseUrl: `${settings.origin}/api/v1`,
    openApiVersion: "3.1.0",
    securitySchemes: {
      session: { type: "apiKey", in: "cookie", name: "session" },
    },
  });
  const document = JSON.parse(JSON.stringify(generated)) as JsonObject;
  const open = new Set(
    routesOf(router)
      .filter(({ procedure }) => (procedure._def.meta as Meta | undefined)?.public)
      .map(({ method, template }) => `${method.toLowerCase()} ${template}`),
  );
  for (const [path, item] of Object.entries(isObject(document["paths"]) ? document["paths"] : {}))
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!METHODS.includes(method) || !isObject(operation)) continue;
      if (open.has(`${method} ${path}`)) delete operation["security"];
      envelope(operation);
    }
  const components = isObject(document["components"]) ? document["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  for (const name of Object.keys(schemas)) if (name.startsWith("error.")) delete schemas[name];
  document["components"] = { ...components, schemas: { ...schemas, Error: ERROR_SCHEMA } };
  return document;
}

/** Puts the output of an operation into its envelope, and one error answer beside it. */
function envelope(operation: JsonObject): void {
  const responses = isObject(operation["responses"]) ? operation["responses"] : {};
  const ok = isObject(responses["200"]) ? responses["200"] : {};
  const content = isObject(ok["content"]) ? ok["content"] : {};
  const media = isObject(content["application/json"]) ? content["application/json"] : {};
  const schema = {
    type: "object",
    required: ["success", "data"],
    properties: { success: { const: true }, data: media["schema"] ?? {} },
  };
  operation["responses"] = {
    "200": { ...ok, content: { "application/json": { schema } } },
    default: {
      description: "What went wrong, with the status of its code.",
      headers: {
        "x-request-id": { schema: { type: "string" } },
        "retry-after": { description: "Seconds; with 429.", schema: { type: "integer" } },
      },
      content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
    },
  };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
