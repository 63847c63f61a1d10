import type { Db, Tx } from "@odys/db/client";
import { clientIdentities, clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { phoneVariants } from "@odys/shared/kernel/phone";
import { and, eq, inArray, or, sql } from "drizzle-orm";

/** By what somebody who writes to us is known: E.164, or WhatsApp's id alone. */
export type Identity = { phone: string | null; whatsAppId: string | null };

export type KnownClient = {
  professionalId: string;
  clientId: string;
  name: string;
  userId: string | null;
};

/**
 * Who that is, at one practice or at all of them: by any way of writing the number, and by whatever
 * they were once known by. Of rows that were merged, the one that was kept. To be asked as the system.
 */
export async function findByIdentity(
  db: Db | Tx,
  { phone, whatsAppId }: Identity,
  professionalId?: string,
): Promise<KnownClient[]> {
  const numbers = phone === null ? [] : phoneVariants(phone);
  const ids = whatsAppId === null ? [] : [whatsAppId];
  const { kind, value } = clientIdentities;
  const learnt = db
    .select({ id: clientIdentities.clientId })
    .from(clientIdentities)
    .where(
      or(
        and(eq(kind, "phone"), inArray(value, numbers)),
        and(eq(kind, "whatsapp"), inArray(value, ids)),
      ),
    );
  const found = db
    .select({ id: sql`coalesce(${clients.mergedInto}, ${clients.id})` })
    .from(clients)
    .where(or(inArray(clients.phone, numbers), inArray(clients.id, learnt)));
  return db
    .select({
      professionalId: clients.professionalId,
      clientId: clients.id,
      name: clients.name,
      userId: clients.userId,
    })
    .from(clients)
    .where(
      and(
        inArray(clients.id, found),
        professionalId === undefined ? undefined : eq(clients.professionalId, professionalId),
      ),
    )
    .orderBy(clients.id);
}

/**
 * Keeps by what a client was found to be known. What is somebody else's at the practice already stays
 * theirs. To be asked as the system.
 */
export async function learnIdentity(
  db: Db | Tx,
  { professionalId, clientId }: { professionalId: string; clientId: string },
  { phone, whatsAppId }: Identity,
  now: Date,
): Promise<void> {
  const known = [
    ...(phone === null ? [] : [{ kind: "phone" as const, value: phone }]),
    ...(whatsAppId === null ? [] : [{ kind: "whatsapp" as const, value: whatsAppId }]),
  ];
  if (known.length === 0) return;
  await db
    .insert(clientIdentities)
    .values(known.map((one) => ({ id: newId(), professionalId, clientId, ...one, createdAt: now })))
    .onConflictDoNothing();
}
