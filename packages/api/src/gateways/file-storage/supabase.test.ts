import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileStorageContract } from "./contract.ts";
import { createSupabaseFiles } from "./supabase.ts";
import { startStorageFake } from "./testing/storage-fake.ts";

describe("files, at Supabase", () => {
  let fake: Awaited<ReturnType<typeof startStorageFake>>;
  beforeAll(async () => {
    fake = await startStorageFake();
  });
  afterAll(() => fake.close());
  const open = async () => createSupabaseFiles(fake);
  fileStorageContract(open);

  it("makes its bucket once, closed to the world", async () => {
    expect([...fake.buckets.keys()]).toEqual(["odys"]);
  });

  it("UNAVAILABLE when it does not answer, answers wrongly or does not know the key", async () => {
    const wrongKey = createSupabaseFiles({ ...fake, serviceKey: "wrong" });
    const nobody = createSupabaseFiles({ url: "http://127.0.0.1:9", serviceKey: "x" });
    for (const files of [wrongKey, nobody]) {
      await expect(files.put(newId(), new Uint8Array([1]))).rejects.toThrow("UNAVAILABLE");
      await expect(files.get(newId())).rejects.toThrow("UNAVAILABLE");
      await expect(files.remove(newId())).rejects.toThrow("UNAVAILABLE");
    }
    fake.state.broken = true;
    await expect((await open()).get(newId())).rejects.toThrow("UNAVAILABLE");
    fake.state.broken = false;
  });
});
