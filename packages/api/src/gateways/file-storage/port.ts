/**
 * Keeps bytes under an id of ours. What they are and whose stands in `stored_files`; nothing here
 * knows names, types or people. Throws UNAVAILABLE when the store does not answer. Two drivers, disk
 * and Supabase Storage; S3 would be a third of these four functions.
 */
export type FileStorage = {
  readonly driver: "local" | "supabase" | "memory";
  /** The same id again replaces what was there. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is nothing under the id. */
  get(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** What is gone already is no error. */
  remove(id: string): Promise<void>;
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id as a name of a file or an object. Throws TypeError for anything but a UUID: no path leads out. */
export function nameOf(id: string): string {
  if (!ID.test(id)) throw new TypeError("the id of a file is a UUID");
  return `${id}.bin`;
}
