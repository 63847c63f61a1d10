import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { executablePath, launchArgs } from "./e2e/support/browser.ts";
import { freePort } from "./e2e/support/port.ts";

// Workers read this file again: they inherit the port that the first reading found.
const port = (process.env.E2E_PORT ??= String(await freePort()));
const origin = `http://localhost:${port}`;

/** Journeys that another language, width and zone could break: they run in both. */
const TWICE = /@twice/;

export default defineConfig({
  testDir: "e2e",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  // Emptied at the start of a run: copies that run side by side, each with its build, have each their own.
  outputDir: join("test-results", process.env.NEXT_DIST_DIR ?? ".next"),
  use: {
    baseURL: origin,
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: { executablePath: await executablePath(), args: launchArgs() },
  },
  projects: [
    {
      name: "pt-BR-390",
      use: {
        locale: "pt-BR",
        timezoneId: "America/Sao_Paulo",
        viewport: { width: 390, height: 844 },
        hasTouch: true,
      },
    },
    {
      name: "en-1280",
      grep: TWICE,
      use: {
        locale: "en",
        timezoneId: "Europe/Lisbon",
        viewport: { width: 1280, height: 900 },
      },
    },
  ],
  webServer: {
    // The production build with a database of its own, which is gone afterwards.
    command: "node e2e/support/serve.ts",
    url: `${origin}/api/health/ready`,
    timeout: 90_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { E2E_PORT: port },
  },
});
