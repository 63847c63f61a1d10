import { describe } from "vitest";
import { fileStorageContract } from "./contract.ts";
import { createMemoryFiles } from "./memory.ts";

describe("files, in memory", () => {
  const files = createMemoryFiles();
  fileStorageContract(async () => files);
});
