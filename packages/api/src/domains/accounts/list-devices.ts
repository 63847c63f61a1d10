import type { DeviceDto } from "@odys/shared/accounts/schema";
import type { UserCtx } from "../../kernel/ctx.ts";

/** Where one is signed in, the last used first, as far as the auth driver can tell. */
export async function listDevices(ctx: UserCtx): Promise<{ items: DeviceDto[] }> {
  const devices = await ctx.auth.listDevices(ctx);
  const items = devices.map(({ createdAt, lastSeenAt, ...device }) => ({
    ...device,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
  return { items };
}
