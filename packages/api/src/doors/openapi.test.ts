import type { AnyTRPCRouter } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "@odys/shared/kernel/errors";
import { appRouter } from "../root.ts";
import { openApiDocument } from "./openapi.ts";
import { routesOf, routingTable } from "./rest-routes.ts";
import { testRouter } from "./testing/house.ts";

const settings = {
  origin: "https://odys.test",
  trustedOrigins: [],
  trustedProxies: 0,
  responseFloorMs: 0,
  guestWork: 0,
  guestCapsTimes: 1,
  cronSecret: null,
  linkSecret: "doc-link-secret-0123456789abcdef",
  production: false,
  supportEmail: "suporte@odys.test",
  openMailbox: false,
  version: "1.2.3",
};

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => Object(inner)[key], value);

describe.each<[string, AnyTRPCRouter]>([
  ["the test router", testRouter],
  ["the router of Odys", appRouter],
])("%s", (_name, router) => {
  const document = openApiDocument(router, settings);

  test("is OpenAPI 3.1", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "Odys", version: "1.2.3" },
      servers: [{ url: "https://odys.test/api/v1" }],
    });
  });

  test("holds every procedure that its meta offers, and nothing else", () => {
    const documented = Object.entries(Object(document["paths"])).flatMap(([path, item]) =>
      Object.keys(Object(item)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const offered = routesOf(router).map(({ method, template }) => `${method} ${template}`);
    expect(documented.toSorted()).toEqual(offered.toSorted());
  });

  test("describes the envelope that is sent", () => {
    for (const { method, template } of routesOf(router)) {
      const responses = at(document, "paths", template, method.toLowerCase(), "responses");
      expect(Object.keys(Object(responses))).toEqual(["200", "default"]);
      expect(at(responses, "200", "content", "application/json", "schema")).toMatchObject({
        required: ["success", "data"],
        properties: { success: { const: true } },
      });
      expect(at(responses, "default", "content", "application/json", "schema")).toEqual({
        $ref: "#/components/schemas/Error",
      });
    }
    const error = at(document, "components", "schemas", "Error", "properties", "error");
    expect(at(error, "properties", "code", "enum")).toEqual([...ERROR_CODES]);
  });

  test("leaves no reference open", () => {
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(at(document, "components", "schemas", String(name))).toBeDefined();
  });

  test("leads to one procedure each", () => {
    const match = routingTable(router);
    for (const { method, template, path } of routesOf(router)) {
      const concrete = template.replace(/\{\w+\}/g, "00000000-0000-7000-8000-000000000000");
      expect(match(method, concrete)).toMatchObject({ route: { path } });
    }
  });
});

test("what needs no session says so", () => {
  const document = openApiDocument(testRouter, settings);
  expect(at(document, "paths", "/hello", "get", "security")).toBeUndefined();
  expect(at(document, "paths", "/mine", "get", "security")).toEqual([{ session: [] }]);
});
