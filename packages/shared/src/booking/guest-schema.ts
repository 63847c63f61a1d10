import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant } from "../kernel/wire.ts";
import { slug } from "./schema.ts";

/** What crosses the doors when a guest without an account is asked to prove something. */

export const getChallengeInput = z.strictObject({ slug, serviceId: id });
export const getChallengeOutput = z.object({
  /** Null: nothing has to be worked out, for an account whose address is verified. */
  challenge: z.string().nullable(),
  /** Hashes that each of its puzzles takes on average. */
  work: z.int(),
  expiresAt: instant,
  /** Whether a booking needs an address whose mailbox then confirms it. */
  email: z.enum(["optional", "required"]),
});

export type ChallengeInput = z.infer<typeof getChallengeInput>;
export type Challenge = z.infer<typeof getChallengeOutput>;
