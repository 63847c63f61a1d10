import { appointments } from "@odys/db/schema/booking";
import { auditLog } from "@odys/db/schema/ops";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.cancelByToken", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());

  it("cancels as the client, who can be told apart in the log, and twice is no error", async () => {
    const { id, token } = await bench.mint();
    const answer = await bench.guest().cancelByToken({ token, reason: "Viagem" });
    expect(answer).toMatchObject({
      status: "cancelled",
      cancelledBy: "client",
      reason: "Viagem",
      policy: { canCancel: false, canReschedule: false },
    });
    expect((await bench.guest().cancelByToken({ token })).reason).toBe("Viagem");
    expect(await bench.eventsOf(id)).toMatchObject([
      { type: "booking.appointment_changed", from: "confirmed", to: "cancelled", by: "client" },
    ]);
    const trace = and(eq(auditLog.rowId, id), eq(auditLog.operation, "update"));
    const rows = await bench.app.db.select().from(auditLog).where(trace);
    expect(rows).toMatchObject([{ actor: "guest", action: "booking.cancelByToken" }]);
  });

  it("CANCELLATION_TOO_LATE with the policy after the notice; a request until it begins", async () => {
    const { token, id } = await bench.mint();
    bench.app.clock.set("2026-11-29T12:00:00.001Z");
    await expect(bench.guest().cancelByToken({ token })).rejects.toMatchObject({
      message: "CANCELLATION_TOO_LATE",
      cause: { details: { until: "2026-11-29T12:00:00.000Z", noticeMinutes: 1440 } },
    });
    await bench.app.db
      .update(appointments)
      .set({ status: "pending_confirmation" })
      .where(eq(appointments.id, id));
    expect((await bench.guest().cancelByToken({ token })).status).toBe("cancelled");
  });

  it("INVALID_TRANSITION once it has begun or is over", async () => {
    const { token } = await bench.mint("12:00", { status: "completed" });
    await expect(bench.guest().cancelByToken({ token })).rejects.toMatchObject({
      message: "INVALID_TRANSITION",
      cause: { details: { status: "completed" } },
    });
  });
});
