import { expect, test } from "vitest";
import { appRouter } from "../root.ts";
import { routingTable } from "./rest-routes.ts";

test("every procedure of the house has a way of its own", () => {
  expect(() => routingTable(appRouter)).not.toThrow();
});
