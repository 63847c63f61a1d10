/** What a person may set for a run of the tests, and Vitest for itself; tests read no other. */
const SETTINGS = [
  "TEST_DATABASE_URL",
  "TEST_REDIS_URL",
  "TEST_FUZZ_RUNS",
  "SUPABASE_TEST_URL",
  "SUPABASE_TEST_ANON_KEY",
  "SUPABASE_TEST_SERVICE_KEY",
  "VITEST",
] as const;

/** The value of a test setting, or null when it is not set. */
export function testSetting(name: (typeof SETTINGS)[number]): string | null {
  return process.env[name] || null;
}
