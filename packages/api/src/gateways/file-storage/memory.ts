import { type FileStorage, nameOf } from "./port.ts";

/** Files of a test: gone with the process. */
export function createMemoryFiles(): FileStorage & { readonly kept: ReadonlyMap<string, unknown> } {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    driver: "memory",
    kept,
    put: async (id, bytes) => void kept.set(nameOf(id), new Uint8Array(bytes)),
    get: async (id) => kept.get(nameOf(id)) ?? null,
    remove: async (id) => void kept.delete(nameOf(id)),
  };
}
