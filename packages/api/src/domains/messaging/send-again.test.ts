import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { deliverNow, ledgerOf, mintDelivery } from "../../testing/deliveries.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("messaging.sendAgain", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("sends what did not arrive once more, by what is true now; twice asked is once", async () => {
    const ana = await mintPractice(app);
    const client = await mintClient(app, ana.professionalId);
    const appointment = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
    });
    const failed = { state: "failed" as const, reason: "refused" as const, nextAt: null };
    const id = await mintDelivery(app, ana, appointment, failed);
    await Promise.all([
      ana.caller.messaging.sendAgain({ id }),
      ana.caller.messaging.sendAgain({ id }),
    ]);
    await deliverNow(app);
    expect(app.whatsapp.sent).toHaveLength(1);
    expect(await ledgerOf(app, id)).toMatchObject({ state: "failed" });

    const rui = await mintPractice(app);
    await expect(rui.caller.messaging.sendAgain({ id })).rejects.toMatchObject({
      cause: { code: "NOT_FOUND" },
    });
    const [again] = await app.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.dedupeKey, `again:${id}`));
    await expect(ana.caller.messaging.sendAgain({ id: again?.id ?? "" })).rejects.toMatchObject({
      cause: { code: "INVALID_TRANSITION" },
    });
  });
});
