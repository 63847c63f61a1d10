import { authSessions, professionals, users } from "@odys/db/schema/accounts";
import { maskEmail } from "@odys/shared/admin/mask";
import type { AdminUserRow, ListUsersInput } from "@odys/shared/admin/schema";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { UserCtx } from "../../kernel/ctx.ts";
import { asAdmin, contains, idCursor, pageOf, userText } from "./queries.ts";

/** Everybody who has an account, the newest first. Addresses are masked. */
export function listUsers(
  ctx: UserCtx,
  { search, role, verified, cursor, limit }: ListUsersInput,
): Promise<{ items: AdminUserRow[]; nextCursor: string | null }> {
  const after = idCursor(cursor);
  return asAdmin(ctx, async (tx) => {
    const rows = await tx
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        emailVerified: users.emailVerified,
        role: users.role,
        createdAt: users.createdAt,
        lastSeenAt: sql<string | null>`(
          select to_char(max(${authSessions.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          from ${authSessions} where ${authSessions.userId} = ${users.id})`,
        practice: {
          id: professionals.id,
          slug: professionals.slug,
          suspendedAt: professionals.suspendedAt,
        },
      })
      .from(users)
      .leftJoin(professionals, eq(professionals.userId, users.id))
      .where(
        and(
          contains(userText, search),
          role && eq(users.role, role),
          verified === undefined ? undefined : eq(users.emailVerified, verified),
          after === undefined ? undefined : lt(users.id, after),
        ),
      )
      .orderBy(desc(users.id))
      .limit(limit + 1);
    return pageOf(
      rows,
      limit,
      ({ practice, ...row }) => ({
        ...row,
        email: maskEmail(row.email),
        createdAt: row.createdAt.toISOString(),
        practice: practice && {
          ...practice,
          suspendedAt: practice.suspendedAt?.toISOString() ?? null,
        },
      }),
      ({ id }) => id,
    );
  });
}
