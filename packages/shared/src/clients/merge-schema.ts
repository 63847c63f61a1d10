import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant } from "../kernel/wire.ts";
import { clientSummary } from "./schema.ts";

/** Why two rows may be one person, the surest first. */
export const DUPLICATE_REASONS = ["phone", "email", "name"] as const;

const person = clientSummary.pick({ id: true, name: true, phone: true, email: true }).extend({
  createdAt: instant,
});

/** Two clients who may be one person, the older first. */
export const duplicate = z.object({
  reason: z.enum(DUPLICATE_REASONS),
  clients: z.tuple([person, person]),
});
export const listDuplicatesInput = z.strictObject({});
export const listDuplicatesOutput = z.object({ items: z.array(duplicate) });

/** `mergedId` becomes a part of `keptId`, which keeps its name, number and address. */
export const mergeInput = z
  .strictObject({ keptId: id, mergedId: id })
  .refine(({ keptId, mergedId }) => keptId !== mergedId, { path: ["mergedId"], message: "same" });
export const undoMergeInput = z.strictObject({ id });

export const merge = z.object({
  id,
  keptId: id,
  mergedId: id,
  createdAt: instant,
  undoneAt: instant.nullable(),
});
/** What was merged into a client and can be taken apart again, newest first. */
export const listMergesInput = z.strictObject({ clientId: id });
export const listMergesOutput = z.object({
  items: z.array(merge.extend({ name: z.string(), phone: z.string() })),
});

export type Duplicate = z.infer<typeof duplicate>;
export type MergeInput = z.infer<typeof mergeInput>;
export type UndoMergeInput = z.infer<typeof undoMergeInput>;
export type Merge = z.infer<typeof merge>;
export type ListMergesInput = z.infer<typeof listMergesInput>;
export type MergeList = z.infer<typeof listMergesOutput>;
