import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import type { Ctx } from "../../kernel/ctx.ts";
import { openLink, toManaged } from "./manage-queries.ts";

/** The appointment of a link, with what its bearer may still do. NOT_FOUND, LINK_EXPIRED. */
export async function getByManageToken(
  ctx: Ctx,
  { token }: { token: string },
): Promise<ManagedAppointment> {
  return toManaged(await openLink(ctx, token), ctx.clock.now());
}
