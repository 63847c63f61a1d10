import { localMessages } from "@odys/db/schema/messaging";
import { createTestDatabase, type TestDatabase } from "@odys/db/testing/database";
import { afterAll, beforeAll, describe } from "vitest";
import { systemClock } from "../../kernel/ports.ts";
import { whatsAppContract } from "./contract.ts";
import { createLocalWhatsApp } from "./local.ts";

describe("WhatsApp, local driver", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  whatsAppContract(async () => ({
    gateway: createLocalWhatsApp({ db: database.db, clock: systemClock }),
    taps: true,
    received: async () => {
      const rows = await database.db.select().from(localMessages);
      return rows.map(({ recipient: to, text, buttons }) => ({
        to,
        text,
        answers: buttons.map(({ title }) => title),
      }));
    },
  }));
});
