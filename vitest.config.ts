import { defineConfig } from "vitest/config";

// A zone that nobody's code assumes (+05:45, no daylight saving): code that forgets a zone fails loudly.
// Set here, before any worker starts, so that all of them inherit it.
process.env.TZ = "Asia/Kathmandu";

const database = "packages/db/src/testing/global-setup.ts";

const project = (
  name: string,
  root: string,
  { include = ["src/**/*.test.{ts,tsx}"], setup = [] as string[] } = {},
) => ({
  extends: true as const,
  test: {
    name,
    root,
    include,
    globalSetup: setup.map((path) => new URL(path, import.meta.url).pathname),
  },
});

export default defineConfig({
  test: {
    pool: "threads", // a fifth faster than processes; nothing here changes the process itself
    maxWorkers: 3, // on two cores as well: much of the time they wait for the database
    isolate: false, // files share their modules, which take longer to load than most tests to run
    passWithNoTests: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project("shared", "packages/shared"),
      project("db", "packages/db", { setup: [database] }),
      project("api", "packages/api", { setup: [database] }),
      project("web", "apps/web"),
      project("checks", "scripts", { include: ["**/*.test.ts"] }),
    ],
  },
});
