import { afterAll, beforeAll, expect, it } from "vitest";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";
import { createLinkBench, type LinkBench } from "../../testing/links.ts";
import { confirmHold } from "./confirm-hold.ts";

let bench: LinkBench;
beforeAll(async () => {
  bench = await createLinkBench();
});
afterAll(() => bench.app.close());

const ctx = () => bench.app.ctx({ type: "job", queue: "payments" });
const confirm = (id: string) =>
  confirmHold(ctx(), { id, professionalId: bench.practice.professionalId, to: "confirmed" });
const heldUntil = new Date(0);

it("makes an appointment of it, late too while nobody else wants it, and twice is no error", async () => {
  const { id } = await bench.mint("12:00", { status: "held", heldUntil });
  expect((await confirm(id)).status).toBe("confirmed");
  expect((await confirm(id)).status).toBe("confirmed");
  expect(await bench.eventsOf(id)).toMatchObject([{ from: "held", to: "confirmed" }]);
});

it("brings whose it is onto the list", async () => {
  const practice = await mintPractice(bench.app);
  const { id: clientId } = await mintClient(bench.app, practice.professionalId);
  await practice.caller.clients.archive({ id: clientId });
  const hold = { status: "held", heldUntil, clientId } as const;
  const { id } = await mintAppointment(bench.app, practice, hold);
  const { professionalId } = practice;
  await confirmHold(ctx(), { id, professionalId, to: "confirmed" });
  expect((await practice.caller.clients.list({})).items).toMatchObject([{ id: clientId }]);
});

it("SLOT_TAKEN once it was let go, INVALID_TRANSITION once it was cancelled, NOT_FOUND elsewhere", async () => {
  const gone = await bench.mint("14:00", { status: "expired", heldUntil });
  await expect(confirm(gone.id)).rejects.toThrow("SLOT_TAKEN");
  const cancelled = await bench.mint("14:00", { status: "cancelled", heldUntil });
  await expect(confirm(cancelled.id)).rejects.toThrow("INVALID_TRANSITION");
  const other = await mintPractice(bench.app);
  const { professionalId } = other;
  await expect(
    confirmHold(ctx(), { id: gone.id, professionalId, to: "confirmed" }),
  ).rejects.toThrow("NOT_FOUND");
});
