import { testSetting } from "./settings.ts";

/** Real services that tests may talk to instead of the fakes; null where nothing is set. */
export function testEnv(): {
  /** A Supabase project of one's own: its users are made and left behind. */
  supabase: { url: string; anonKey: string; serviceKey: string } | null;
} {
  const url = testSetting("SUPABASE_TEST_URL");
  if (!url) return { supabase: null };
  const anonKey = testSetting("SUPABASE_TEST_ANON_KEY");
  const serviceKey = testSetting("SUPABASE_TEST_SERVICE_KEY");
  if (!anonKey || !serviceKey)
    throw new Error("SUPABASE_TEST_URL needs SUPABASE_TEST_ANON_KEY and SUPABASE_TEST_SERVICE_KEY");
  return { supabase: { url, anonKey, serviceKey } };
}
