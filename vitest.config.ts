import { defineConfig } from "vitest/config";

// A zone that nobody's code assumes (+05:45, no daylight saving): code that forgets a zone fails loudly.
process.env.TZ = "Asia/Kathmandu";

const project = (name: string, root: string, include = ["src/**/*.test.{ts,tsx}"]) => ({
  extends: true as const,
  test: { name, root, include },
});

export default defineConfig({
  test: {
    passWithNoTests: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project("shared", "packages/shared"),
      project("db", "packages/db"),
      project("api", "packages/api"),
      project("web", "apps/web"),
      project("checks", "scripts", ["**/*.test.ts"]),
    ],
  },
});
