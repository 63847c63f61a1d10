import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileStorage, nameOf } from "./port.ts";

/** Files on disk, readable by the server's own user. Written aside and renamed, so that none is ever half there. */
export function createLocalFiles({ dir }: { dir: string }): FileStorage {
  const pathOf = (id: string) => join(dir, nameOf(id));
  return {
    driver: "local",
    async put(id, bytes) {
      const path = pathOf(id);
      const part = `${path}.${randomUUID()}`;
      await mkdir(dir, { recursive: true, mode: 0o700 });
      try {
        await writeFile(part, bytes, { mode: 0o600 });
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
