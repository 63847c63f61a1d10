import { notifications } from "@odys/db/schema/messaging";
import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorName } from "../kernel/ctx.ts";
import { withTransaction } from "../kernel/transaction.ts";
import { appRouter } from "../root.ts";
import { emptyQueue } from "../testing/gateways.ts";
import { FIXTURES } from "../testing/sweep/fixtures.ts";
import { callProcedure, proceduresOf } from "../testing/sweep/procedures.ts";
import { type ActorName, createWorld, SECRET, type World } from "../testing/sweep/world.ts";

/** Mutations that, with the input of their fixture, have nothing to write. */
const WRITE_NOTHING = [
  "accounts.resendVerification", // the address is confirmed
  "accounts.resetPassword", // the link is none
  "accounts.revokeOtherDevices", // there is no other
  "accounts.signIn", // the password is wrong
  "accounts.verifyEmail", // the link is none
  "accounts.register", // the address has an account: only an event, to tell its owner
  "accounts.requestPasswordReset", // a link, which is kept where nobody audits, and an event
  "accounts.removeAvatar", // there is none
  "messaging.playReceipt", // there is no such message
  "messaging.answerAsClient", // the phone has heard nothing
  "booking.reject", // it has been confirmed by then
];

/** Who does it, where it is not Rui: a practice is opened once, and whoever signs out is gone. */
const BY: Partial<Record<string, ActorName>> = {
  "admin.replayDeadLetters": "admin",
  "admin.replayJob": "admin",
  "admin.signOutUser": "admin",
  "admin.suspendProfessional": "admin",
  "admin.unsuspendProfessional": "admin",
  "accounts.completeOnboarding": "user",
  "accounts.revokeOtherDevices": "professional",
  "accounts.saveOnboarding": "user",
  "accounts.signOut": "client",
};

/** After the others, from whom they would take what is to be changed. */
const LAST = [
  "accounts.completeOnboarding",
  "admin.signOutUser",
  "admin.suspendProfessional",
  "admin.unsuspendProfessional",
  "booking.archiveService",
  "booking.closeCalendarFeed",
  "messaging.markAllRead",
];

/** Personal data of the world and of the fixtures, none of which may stand in the log. */
const PERSONAL = [SECRET, "Bia", "Outro Nome", "Ana Nova", "Ana Teste", "+55119", "@odys.test"];

describe("the audit log", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ queue: { ...emptyQueue, replay: async () => true } });
    const another = { type: "booking_requested" as const, params: {}, dedupeKey: "another" };
    await world.app.db
      .insert(notifications)
      .values({ id: newId(), userId: world.rui.userId, ...another });
  });
  afterAll(() => world.app.close());

  const mutations = proceduresOf(appRouter)
    .filter(({ type }) => type === "mutation")
    .toSorted((a, b) => Number(LAST.includes(a.path)) - Number(LAST.includes(b.path)));

  it.for(mutations)(
    "$path leaves rows that say who, when, in which request and by what",
    async (procedure) => {
      const { db } = world.app;
      const by = BY[procedure.path] ?? "owner";
      const [last] = await db.select({ id: sql<number>`coalesce(max(id), 0)` }).from(auditLog);
      const ctx = world.contextOf(by);
      const input = FIXTURES[procedure.path]?.input(world);
      const { code } = await callProcedure(appRouter, procedure, ctx, input);

      const rows = await db
        .select()
        .from(auditLog)
        .where(sql`${auditLog.id} > ${last?.id ?? 0}`);
      const silent = WRITE_NOTHING.includes(procedure.path);
      expect([code, rows.length > 0]).toEqual([silent ? code : "OK", !silent]);
      for (const row of rows)
        expect(row).toMatchObject({
          actor: actorName(world.actors[by]),
          requestId: ctx.requestId,
          action: procedure.path,
          operation: expect.stringMatching(/^(insert|update|delete|replay|sign_out)$/),
        });
    },
  );

  it("of personal columns keeps the names and not the values", async () => {
    const rows = await world.app.db.select().from(auditLog);
    expect(rows.length).toBeGreaterThan(30);
    const text = JSON.stringify(rows.map(({ values }) => values));
    for (const personal of PERSONAL) expect(text).not.toContain(personal);
    const client = rows.find((row) => row.action === "clients.update");
    expect(client).toMatchObject({ tableName: "clients", operation: "update" });
    expect(client?.changed).toContain("name");
  });

  it("keeps what was before and after of columns that are nobody's secret", async () => {
    const [row] = await world.app.db
      .select()
      .from(auditLog)
      .where(sql`${auditLog.rowId} = ${world.rui.confirmedId} and operation = 'update'`);
    expect(row?.values["status"]).toEqual(["confirmed", "cancelled"]);
    expect(row?.professionalId).toBe(world.rui.professionalId);
  });

  it("a professional reads their own, and nobody changes it", async () => {
    const ana = world.app.ctx(world.ana.actor);
    const seen = await withTransaction(ana, (tx) =>
      tx.select({ owner: auditLog.professionalId }).from(auditLog),
    );
    expect(new Set(seen.map(({ owner }) => owner))).toEqual(new Set([world.ana.professionalId]));
    for (const statement of [sql`delete from audit_log`, sql`update audit_log set actor = 'x'`])
      await expect(withTransaction(ana, (tx) => tx.execute(statement))).rejects.toThrow(
        "NOT_FOUND",
      );
  });
});
