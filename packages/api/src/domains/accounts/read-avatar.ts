import { professionals } from "@odys/db/schema/accounts";
import { storedFiles } from "@odys/db/schema/ops";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq, isNull } from "drizzle-orm";
import type { Services } from "../../kernel/ports.ts";
import { asSystem } from "../../kernel/transaction.ts";

type StoredPicture = { contentType: string; sha256: string; read(): Promise<Uint8Array> };

/**
 * A picture that a practice shows, for anybody. NOT_FOUND for a file that is shown nowhere: one that
 * was replaced, one of a suspended practice, one that never was.
 */
export async function readAvatar(services: Services, id: string): Promise<StoredPicture> {
  const [row] = await asSystem(services)
    .select({ contentType: storedFiles.contentType, sha256: storedFiles.sha256 })
    .from(storedFiles)
    .innerJoin(professionals, eq(professionals.avatarId, storedFiles.id))
    .where(and(eq(storedFiles.id, id), isNull(professionals.suspendedAt)));
  if (!row) throw new DomainError("NOT_FOUND");
  return {
    ...row,
    async read() {
      const bytes = await services.files.get(id);
      if (!bytes) throw new DomainError("NOT_FOUND");
      return bytes;
    },
  };
}
