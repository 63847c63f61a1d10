import * as z from "zod";

/** Cron procedures are given nothing. */
export const cronInput = z.undefined();

export const drained = z.object({
  /** Jobs that were done. */
  jobs: z.int().min(0),
});
export type Drained = z.infer<typeof drained>;
