import type { Db, Tx } from "@odys/db/client";
import { clientIdentities, clients } from "@odys/db/schema/clients";
import { phoneVariants } from "@odys/shared/kernel/phone";
import { and, eq, inArray, or, sql } from "drizzle-orm";

/** By what somebody who writes to us is known: E.164, or WhatsApp's id alone. */
type Identity = { phone: string | null; whatsAppId: string | null };

type KnownClient = {
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
