import { newId, type ProfessionalId } from "@odys/shared/kernel/ids";
import { professionals } from "@odys/db/schema/accounts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withNewPractice } from "../../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { emit } from "../ops/index.ts";
import { bookingInTransaction } from "./events.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ inTransaction: bookingInTransaction });
});
afterAll(() => app.close());

it("a practice that opens has its first service and its hours, in the same transaction", async () => {
  const user = await mintUser(app);
  const professionalId = newId() as ProfessionalId;
  const slug = `p-${professionalId}`;
  await withNewPractice(app.ctx(user), professionalId, async (tx, ctx) => {
    await tx.insert(professionals).values({
      id: professionalId,
      userId: user.userId,
      slug,
      name: "Nova",
      profession: "coach",
      phone: "+5511987654321",
      zone: "America/Sao_Paulo",
    });
    await emit(ctx, "accounts.professional_opened", {
      professionalId,
      service: { name: "Conversa", durationMinutes: 30, priceAmount: 5_000 },
      windows: [{ dayOfWeek: 2, startTime: "09:00", endTime: "24:00" }],
    });
  });
  const page = await app.anonymous().booking.getPage({ slug });
  expect(page.services).toMatchObject([
    { name: "Conversa", durationMinutes: 30, price: { amount: 5_000, currency: "BRL" } },
  ]);
  const { windows } = await app.as({ ...user, professionalId }).booking.getAvailability({});
  expect(windows).toEqual([{ dayOfWeek: 2, startTime: "09:00", endTime: "24:00" }]);
});
