import { DomainError } from "@odys/shared/kernel/errors";
import { createClient } from "@supabase/supabase-js";
import { type FileStorage, nameOf } from "./port.ts";

const BUCKET = "odys";

/**
 * Files in a bucket of a Supabase project that nobody but the service key opens; people are served
 * by our own door. The bucket is made when it is first missed.
 */
export function createSupabaseFiles({
  url,
  serviceKey,
  timeoutMs = 15_000,
}: {
  url: string;
  serviceKey: string;
  timeoutMs?: number;
}): FileStorage {
  const { storage } = createClient(url, serviceKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
    },
  });
  const bucket = storage.from(BUCKET);
  const options = { contentType: "application/octet-stream", upsert: true };

  return {
    driver: "supabase",
    async put(id, bytes) {
      const name = nameOf(id);
      const first = await bucket.upload(name, bytes, options);
      if (!first.error) return;
      if (!isMissing(first.error)) throw unavailable(first.error);
      const made = await storage.createBucket(BUCKET, { public: false });
      // Of two that make it at once, one hears that it is there.
      if (made.error && statusOf(made.error) !== 409) throw unavailable(made.error);
      const second = await bucket.upload(name, bytes, options);
      if (second.error) throw unavailable(second.error);
    },
    async get(id) {
      const { data, error } = await bucket.download(nameOf(id));
      if (!error) return new Uint8Array(await data.arrayBuffer());
      if (isMissing(error)) return null;
      throw unavailable(error);
    },
    async remove(id) {
      const { error } = await bucket.remove([nameOf(id)]);
      if (error && !isMissing(error)) throw unavailable(error);
    },
  };
}

/** Storage answers 400 and says the true status in the body (supabase/storage, StorageBackendError). */
function statusOf(error: object): number {
  const said = "statusCode" in error ? Number(error.statusCode) : Number.NaN;
  return said || ("status" in error ? Number(error.status) : 0);
}

function isMissing(error: object): boolean {
  return statusOf(error) === 404;
}

function unavailable(cause: unknown): DomainError {
  return new DomainError("UNAVAILABLE", undefined, { cause });
}
