import type { Tx } from "@odys/db/client";
import { authVerifications } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { and, eq, gt } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";

const LINK_MS = 24 * 60 * 60 * 1000;

/**
 * What a confirmation link confirms: one registration, with the password and name that were given
 * in it. If somebody else had registered the same address before, theirs are forgotten: who has the
 * mailbox decides, and gets the account as they asked for it. Null in a link that was asked for
 * again, which confirms the address and nothing else.
 */
const confirmation = z.object({
  userId: z.string(),
  registration: z.object({ name: z.string(), passwordHash: z.string() }).nullable(),
});
export type Confirmation = z.infer<typeof confirmation>;

const identifierOf = (token: string) =>
  `verify-email:${createHash("sha256").update(token).digest("base64url")}`;

/** Makes a link's token (256 bits). Only its hash is kept; it is good for a day. */
export async function mintConfirmation(tx: Tx, now: number, value: Confirmation): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.insert(authVerifications).values({
    id: newId(),
    identifier: identifierOf(token),
    value: JSON.stringify(value),
    expiresAt: new Date(now + LINK_MS),
    createdAt: new Date(now),
  });
  return token;
}

/** Uses a token up: of two at once, one gets what it confirms and the other null. */
export async function useConfirmation(
  tx: Tx,
  now: number,
  token: string,
): Promise<Confirmation | null> {
  const [row] = await tx
    .delete(authVerifications)
    .where(
      and(
        eq(authVerifications.identifier, identifierOf(token)),
        gt(authVerifications.expiresAt, new Date(now)),
      ),
    )
    .returning({ value: authVerifications.value });
  return row ? confirmation.parse(JSON.parse(row.value)) : null;
}
