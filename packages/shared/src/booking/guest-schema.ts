import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { money } from "../kernel/money.ts";
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

/** The secret part of the link in the mail. */
export const guestLinkInput = z.strictObject({ token: z.string().max(64) });

/** What the link is about: as much as its mail says, and how it stands. */
export const guestCheckOutput = z.object({
  state: z.enum(["waiting", "confirmed", "expired"]),
  /** Until when it is held. */
  heldUntil: instant,
  serviceName: z.string(),
  startsAt: instant,
  endsAt: instant,
  durationMinutes: z.int(),
  price: money,
  zone: z.string(),
  professional: z.object({ name: z.string(), slug: z.string() }),
});

export type GuestLinkInput = z.infer<typeof guestLinkInput>;
export type GuestCheck = z.infer<typeof guestCheckOutput>;
