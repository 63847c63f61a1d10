import { Script } from "node:vm";
import { expect, test } from "vitest";
import { workerSource } from "./worker.ts";

test("it is a script, and each build has its own cache", () => {
  expect(() => new Script(workerSource("b1"))).not.toThrow();
  expect(workerSource("b1")).toContain('"odys-b1"');
});

test("answers of the API are never touched, and pages are not kept", () => {
  const source = workerSource("b1");
  expect(source).not.toContain("/api/");
  expect(source.match(/cache\.put/g)).toHaveLength(2);
});
