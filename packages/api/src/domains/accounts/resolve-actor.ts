import { professionals, users } from "@odys/db/schema/accounts";
import type { ProfessionalId, UserId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import type { Actor } from "../../kernel/ctx.ts";
import type { Services } from "../../kernel/ports.ts";
import { asSystem } from "../../kernel/transaction.ts";

/**
 * Two steps, once per request: whose session is this (the auth driver), and which practice is theirs.
 * Nothing that a caller sends besides the session has a say in it.
 */
export async function resolveActor(
  services: Services,
  headers: Headers,
  responseHeaders: Headers,
  ip: string,
): Promise<Actor> {
  const session = await services.auth.resolve({ headers, responseHeaders, ip });
  if (!session) return { type: "anonymous" };
  const [row] = await asSystem(services)
    .select({
      role: users.role,
      locale: users.locale,
      name: users.name,
      professionalId: professionals.id,
    })
    .from(users)
    .leftJoin(professionals, eq(professionals.userId, users.id))
    .where(eq(users.id, session.userId));
  if (!row) return { type: "anonymous" };
  return {
    type: "user",
    userId: session.userId as UserId,
    sessionId: session.sessionId,
    email: session.email,
    emailVerified: session.emailVerified,
    name: row.name,
    role: row.role,
    locale: row.locale,
    professionalId: row.professionalId as ProfessionalId | null,
  };
}
