import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { withTransaction } from "../../kernel/transaction.ts";
import { professionals } from "@odys/db/schema/accounts";
import { appointments } from "@odys/db/schema/booking";
import { adminBench } from "../../testing/admin.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

const bench = adminBench();
const reason = "Perfil de outra pessoa.";

async function suspended() {
  const practice = await mintPractice(bench.app);
  await mintAppointment(bench.app, practice, { status: "confirmed" });
  await bench.admin.suspendProfessional({ id: practice.professionalId, reason });
  return practice;
}

it("the page is gone for guests, and nothing can be booked there", async () => {
  const { slug, serviceId } = await suspended();
  const guest = bench.app.anonymous().booking;
  await expect(guest.getPage({ slug })).rejects.toThrow("NOT_FOUND");
  const range = { slug, serviceId, from: "2026-12-01", to: "2026-12-02" };
  await expect(guest.listSlots(range)).rejects.toThrow("NOT_FOUND");
  const wish = { slug, serviceId, startsAt: "2026-12-02T12:00:00.000Z" };
  const booking = guest.book({ ...wish, name: "Bia", phone: "+5511912345678" });
  await expect(booking).rejects.toThrow("NOT_FOUND");
});

it("the professional reads why, keeps the agenda, and takes no new meeting", async () => {
  const practice = await suspended();
  const me = await practice.caller.accounts.me();
  expect(me?.professional?.suspension).toEqual({
    suspendedAt: new Date(bench.app.clock.now()).toISOString(),
    reason,
    contact: "suporte@odys.test",
  });
  expect((await practice.caller.booking.listAppointments({})).items).toHaveLength(1);
  const ctx = bench.app.ctx(practice.actor);
  const [one] = await bench.app.db
    .select()
    .from(appointments)
    .where(eq(appointments.professionalId, practice.professionalId));
  if (!one) throw new Error("no appointment");
  const again = { ...one, id: newId(), status: "cancelled" as const };
  const insert = withTransaction(ctx, (tx) => tx.insert(appointments).values(again));
  await expect(insert).rejects.toThrow("PRACTICE_SUSPENDED");
});

it("no professional can lift it, and another reason keeps the date", async () => {
  const practice = await suspended();
  const id = practice.professionalId;
  const lift = withTransaction(bench.app.ctx(practice.actor), (tx) =>
    tx.update(professionals).set({ suspendedAt: null }).where(eq(professionals.id, id)),
  );
  await expect(lift).rejects.toThrow("NOT_FOUND");
  const before = await bench.admin.getProfessional({ id });
  bench.app.clock.advance(60_000);
  await bench.admin.suspendProfessional({ id, reason: "Outro motivo." });
  expect(await bench.admin.getProfessional({ id })).toEqual({
    ...before,
    suspendedReason: "Outro motivo.",
  });
});

it("the log has who and when, and not the reason's words", async () => {
  const { professionalId } = await suspended();
  const rows = await bench.app.db
    .select()
    .from(auditLog)
    .where(
      and(eq(auditLog.rowId, professionalId), eq(auditLog.action, "admin.suspendProfessional")),
    );
  expect(rows).toMatchObject([
    {
      operation: "update",
      changed: ["suspended_at", "suspended_reason"],
      professionalId,
      actor: `user:${bench.actor.userId}`,
    },
  ]);
  expect(JSON.stringify(rows)).not.toContain(reason);
});

it.for(["", "  ", "x"])("a reason is needed: %j is none", async (text) => {
  const { professionalId: id } = await mintPractice(bench.app);
  await expect(bench.admin.suspendProfessional({ id, reason: text })).rejects.toThrow(
    "VALIDATION_ERROR",
  );
});

it("NOT_FOUND for no practice", async () => {
  await expect(bench.admin.suspendProfessional({ id: newId(), reason })).rejects.toThrow(
    "NOT_FOUND",
  );
});
