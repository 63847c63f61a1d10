/** Real services that tests may talk to instead of the fakes; null where nothing is set. */
export function testEnv(): {
  /** A Supabase project of one's own: its users are made and left behind. */
  supabase: { url: string; anonKey: string; serviceKey: string } | null;
} {
  const { SUPABASE_TEST_URL, SUPABASE_TEST_ANON_KEY, SUPABASE_TEST_SERVICE_KEY } = process.env;
  if (!SUPABASE_TEST_URL) return { supabase: null };
  if (!SUPABASE_TEST_ANON_KEY || !SUPABASE_TEST_SERVICE_KEY)
    throw new Error("SUPABASE_TEST_URL needs SUPABASE_TEST_ANON_KEY and SUPABASE_TEST_SERVICE_KEY");
  return {
    supabase: {
      url: SUPABASE_TEST_URL,
      anonKey: SUPABASE_TEST_ANON_KEY,
      serviceKey: SUPABASE_TEST_SERVICE_KEY,
    },
  };
}
