import { newId } from "@odys/shared/kernel/ids";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileStorageContract } from "./contract.ts";
import { createLocalFiles } from "./local.ts";

describe("files, on disk", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "odys-files-"));
  });
  afterAll(() => rm(root, { recursive: true }));
  const open = async () => createLocalFiles({ dir: join(root, "files") });
  fileStorageContract(open);

  it("leaves nothing half written, and nothing that others may read", async () => {
    const id = newId();
    await (await open()).put(id, new Uint8Array([1]));
    const names = await readdir(join(root, "files"));
    expect(names.filter((name) => !/^[\da-f-]{36}\.bin$/.test(name))).toEqual([]);
    expect((await stat(join(root, "files", `${id}.bin`))).mode & 0o077).toBe(0);
  });

  it("throws where it cannot write", async () => {
    const dir = join(root, "a-file");
    await writeFile(dir, "");
    await expect(createLocalFiles({ dir }).put(newId(), new Uint8Array([1]))).rejects.toThrow(
      "EEXIST",
    );
  });
});
