import { authSessions, professionals, users } from "@odys/db/schema/accounts";
import { clients } from "@odys/db/schema/clients";
import type { AdminUser, IdInput } from "@odys/shared/admin/schema";
import { DomainError } from "@odys/shared/kernel/errors";
import { desc, eq } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { recordAccess } from "../ops/index.ts";
import { asAdmin } from "./queries.ts";

/** One person, with address and devices. That it was opened is written down. NOT_FOUND. */
export function getUser(ctx: UserCtx, { id }: IdInput): Promise<AdminUser> {
  return asAdmin(ctx, async (tx, inner) => {
    const [[row], devices, clientOf] = await Promise.all([
      tx
        .select({ user: users, practice: professionals })
        .from(users)
        .leftJoin(professionals, eq(professionals.userId, users.id))
        .where(eq(users.id, id)),
      tx
        .select({
          createdAt: authSessions.createdAt,
          lastSeenAt: authSessions.updatedAt,
          userAgent: authSessions.userAgent,
        })
        .from(authSessions)
        .where(eq(authSessions.userId, id))
        .orderBy(desc(authSessions.updatedAt))
        .limit(50),
      tx.$count(clients, eq(clients.userId, id)),
    ]);
    if (!row) throw new DomainError("NOT_FOUND");
    await recordAccess(inner, { table: "users", row: id });
    const { user, practice } = row;
    return {
      id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      role: user.role,
      locale: user.locale,
      createdAt: user.createdAt.toISOString(),
      lastSeenAt: devices[0]?.lastSeenAt.toISOString() ?? null,
      practice: practice && {
        id: practice.id,
        slug: practice.slug,
        suspendedAt: practice.suspendedAt?.toISOString() ?? null,
      },
      devices: devices.map((device) => ({
        userAgent: device.userAgent,
        createdAt: device.createdAt.toISOString(),
        lastSeenAt: device.lastSeenAt.toISOString(),
      })),
      clientOf,
    };
  });
}
