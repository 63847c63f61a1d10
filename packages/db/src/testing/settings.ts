/** What a person may set for a run of the tests; the environment is read in this folder only. */
const SETTINGS = ["TEST_REDIS_URL", "TEST_FUZZ_RUNS"] as const;

/** The value of a test setting, or null when it is not set. */
export function testSetting(name: (typeof SETTINGS)[number]): string | null {
  return process.env[name] || null;
}
