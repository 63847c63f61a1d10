import { localMessages } from "@odys/db/schema/messaging";
import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/ports.ts";
import { mailContract } from "./contract.ts";
import { createLocalMail } from "./local.ts";

describe("mail, local driver", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const open = async () => ({
    gateway: createLocalMail({ db: database.db, clock: systemClock }),
    sent: (dedupeKey: string) =>
      database.db
        .select({
          to: localMessages.recipient,
          subject: localMessages.subject,
          text: localMessages.text,
          html: localMessages.html,
          attachments: localMessages.attachments,
        })
        .from(localMessages)
        .where(eq(localMessages.dedupeKey, dedupeKey)),
  });
  mailContract(open);

  it("throws when the database is away, so that the job is tried again", async () => {
    const gone = await createTestDatabase();
    const gateway = createLocalMail({ db: gone.db, clock: systemClock });
    await gone.close();
    const letter = { to: "a@b.co", subject: "s", text: "t", html: "h", dedupeKey: "gone" };
    await expect(gateway.send(letter)).rejects.toBeInstanceOf(Error);
  });
});
