import type { TestProject } from "vitest/node";
import { startTestServer } from "./server.ts";

/** One server for the whole run: the second project that asks joins that of the first. */
export default async function setup(project: TestProject) {
  const { url, template, stop } = await startTestServer();
  project.provide("odysTestServer", { url, template });
  return stop;
}
