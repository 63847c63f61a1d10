import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import type { FileStorage } from "./port.ts";

const bytes = (...values: number[]) => new Uint8Array(values);

/** What every driver of the port does. */
export function fileStorageContract(open: () => Promise<FileStorage>): void {
  it("gives back what it was given, byte by byte", async () => {
    const files = await open();
    const id = newId();
    const every = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31) % 256);
    await files.put(id, every);
    expect(Buffer.compare((await files.get(id)) ?? bytes(), every)).toBe(0);
  });

  it("knows nothing of an id that it was not given", async () => {
    expect(await (await open()).get(newId())).toBeNull();
  });

  it("replaces, removes, and removes again", async () => {
    const files = await open();
    const id = newId();
    await files.put(id, bytes(1));
    await files.put(id, bytes(2, 3));
    expect(await files.get(id)).toEqual(bytes(2, 3));
    await files.remove(id);
    await files.remove(id);
    expect(await files.get(id)).toBeNull();
  });

  it("keeps apart what is written at once", async () => {
    const files = await open();
    const ids = Array.from({ length: 10 }, newId);
    await Promise.all(ids.map((id, i) => files.put(id, bytes(i))));
    expect(await Promise.all(ids.map((id) => files.get(id)))).toEqual(ids.map((_, i) => bytes(i)));
  });

  it.for(["", "..", "../../etc/passwd", "a/b", "019b0000-0000-7000-8000-000000000000/../x"])(
    "takes no %j for an id",
    async (id) => {
      const files = await open();
      await expect(async () => files.put(id, bytes(1))).rejects.toThrow(TypeError);
      await expect(async () => files.get(id)).rejects.toThrow(TypeError);
      await expect(async () => files.remove(id)).rejects.toThrow(TypeError);
    },
  );
}
