import type { GuestCheck, GuestLinkInput } from "@odys/shared/booking/guest-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { guestCheckOf, readGuestCheck } from "./guest-queries.ts";

/** What a guest is about to confirm. Changes nothing: programs that look into mails follow links. NOT_FOUND. */
export async function getGuestCheck(ctx: Ctx, { token }: GuestLinkInput): Promise<GuestCheck> {
  return guestCheckOf(await readGuestCheck(ctx, token), ctx.clock.now());
}
