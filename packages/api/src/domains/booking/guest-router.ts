import {
  getChallengeInput,
  getChallengeOutput,
  guestCheckOutput,
  guestLinkInput,
} from "@odys/shared/booking/guest-schema";
import { bookOutput } from "@odys/shared/booking/schema";
import { router } from "../../trpc/init.ts";
import { publicProcedure } from "../../trpc/ladder.ts";
import { confirmGuest } from "./confirm-guest.ts";
import { getChallenge } from "./get-challenge.ts";
import { getGuestCheck } from "./get-guest-check.ts";

/** What a guest without an account proves. */
export const guestRouter = router({
  getChallenge: publicProcedure
    .meta({
      public: true,
      rateLimit: "challenge",
      openapi: { method: "GET", path: "/booking/{slug}/challenge" },
    })
    .input(getChallengeInput)
    .output(getChallengeOutput)
    .query(({ ctx, input }) => getChallenge(ctx, input)),

  getGuestCheck: publicProcedure
    .meta({
      public: true,
      rateLimit: "manage",
      openapi: { method: "GET", path: "/guest-checks/{token}" },
    })
    .input(guestLinkInput)
    .output(guestCheckOutput)
    .query(({ ctx, input }) => getGuestCheck(ctx, input)),

  confirmGuest: publicProcedure
    .meta({
      public: true,
      rateLimit: "manage",
      idempotent: true,
      openapi: { method: "POST", path: "/guest-checks/{token}/confirm" },
    })
    .input(guestLinkInput)
    .output(bookOutput)
    .mutation(({ ctx, input }) => confirmGuest(ctx, input)),
});
