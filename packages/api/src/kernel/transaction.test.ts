import { services } from "@odys/db/schema/booking";
import { clients } from "@odys/db/schema/clients";
import { auditLog } from "@odys/db/schema/ops";
import { isDomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import { insertOf, statement } from "@odys/db/statement";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintClient, mintPractice } from "../testing/fixtures.ts";
import type { Ctx } from "./ctx.ts";
import { sendLast, withDesk, withSystemTransaction, withTransaction } from "./transaction.ts";

describe("withTransaction", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  let rui: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    [ana, rui] = [await mintPractice(app), await mintPractice(app)];
  });
  afterAll(() => app.close());

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => (isDomainError(error) ? error.code : String(error)),
    );

  it("shows the caller's tenant and no other, though the query has no where", async () => {
    const seen = await withTransaction(app.ctx(ana.actor), (tx) => tx.select().from(services));
    expect(seen.map((row) => row.id)).toEqual([ana.serviceId]);
  });

  it("changes nothing of another tenant, and says NOT_FOUND to an insert there", async () => {
    const updated = await withTransaction(app.ctx(ana.actor), (tx) =>
      tx.update(services).set({ name: "Meu" }).where(eq(services.id, rui.serviceId)).returning(),
    );
    expect(updated).toEqual([]);
    const intruder = {
      id: newId(),
      professionalId: rui.professionalId,
      name: "X",
      phone: "+5511900000001",
    };
    expect(
      await codeOf(
        withTransaction(app.ctx(ana.actor), (tx) => tx.insert(clients).values(intruder)),
      ),
    ).toBe("NOT_FOUND");
  });

  it("joins the transaction around it and undoes both together", async () => {
    const client = {
      id: newId(),
      professionalId: ana.professionalId,
      name: "Dentro",
      phone: "+5511900000002",
    };
    const failing = withTransaction(app.ctx(ana.actor), async (_tx, outer) => {
      await withTransaction(outer, (tx) => tx.insert(clients).values(client));
      throw new RangeError("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await app.db.$count(clients, eq(clients.id, client.id))).toBe(0);
  });

  it("takes on another identity inside and gives it back", async () => {
    const roles = await withTransaction(app.ctx(ana.actor), async (tx, ctx) => {
      const role = async () =>
        (await tx.execute<{ role: string }>(sql`select current_user as role`))[0]?.role;
      const before = await role();
      const inside = await withDesk(ctx, rui.professionalId, async (desk) => ({
        role: await role(),
        services: await desk.select({ id: services.id }).from(services),
      }));
      return { before, inside, after: await role() };
    });
    expect(roles).toEqual({
      before: "authenticated",
      inside: { role: "anon", services: [{ id: rui.serviceId }] },
      after: "authenticated",
    });
  });

  it("gives the identity back also when the work under the other one failed and its failure was borne", async () => {
    const seen = await withTransaction(app.ctx(ana.actor), async (tx, ctx) => {
      const failing = withSystemTransaction(ctx, () => Promise.reject(new RangeError("inside")));
      await expect(failing).rejects.toThrow("inside");
      return tx.select({ id: services.id }).from(services);
    });
    expect(seen).toEqual([{ id: ana.serviceId }]);
  });

  it("tells what the database refused inside a joined transaction as it does outside of one", async () => {
    const intruder = {
      id: newId(),
      professionalId: rui.professionalId,
      name: "X",
      phone: "+5511900000009",
    };
    const insert = (ctx: Ctx) => withTransaction(ctx, (tx) => tx.insert(clients).values(intruder));
    let inside = "";
    const outer = withTransaction(app.ctx(ana.actor), async (_tx, ctx) => {
      inside = await codeOf(insert(ctx));
      throw new RangeError("enough");
    });
    await expect(outer).rejects.toThrow("enough");
    expect(inside).toBe("NOT_FOUND");
  });

  it("what is sent last is committed with the rest, and undoes it when it fails", async () => {
    const write = statement(
      insertOf(clients, {
        id: sql.placeholder("id"),
        professionalId: sql.placeholder("professionalId"),
        name: sql.placeholder("name"),
        phone: sql.placeholder("phone"),
      }),
    );
    const { professionalId } = ana;
    const row = (name: string, phone: string) => ({ id: newId(), professionalId, name, phone });
    const both = (last: string) =>
      withTransaction(app.ctx(ana.actor), async (tx, ctx) => {
        await write(tx, row("Primeiro", "+5511900000021"));
        sendLast(ctx, write(tx, row("Último", last)));
      });
    const written = () => app.db.$count(clients, inArray(clients.name, ["Primeiro", "Último"]));
    expect(await codeOf(both("+5511900000021"))).toBe("CONFLICT");
    expect(await written()).toBe(0);
    expect(await codeOf(both("+5511900000022"))).toBe("OK");
    expect(await written()).toBe(2);
  });

  it("leaves nothing of an identity behind on the connection", async () => {
    await withTransaction(app.ctx(ana.actor), (tx) => tx.select().from(services));
    const [row] = await app.db.execute<{ role: string; claims: string }>(
      sql`select current_user as role, coalesce(current_setting('request.jwt.claims', true), '') as claims`,
    );
    expect(row).toEqual({ role: "odys", claims: "" });
  });

  it("does deadlocked work again instead of failing", async () => {
    const [one, two] = [
      await mintClient(app, ana.professionalId),
      await mintClient(app, ana.professionalId),
    ];
    let meet = () => {};
    const bothHoldOne = new Promise<void>((resolve) => {
      let holding = 0;
      meet = () => void (++holding >= 2 && resolve());
    });
    const rename = (first: string, second: string) =>
      withSystemTransaction(app.ctx({ type: "job", queue: "test" }), async (tx) => {
        await tx.update(clients).set({ name: "a" }).where(eq(clients.id, first));
        meet();
        await bothHoldOne;
        await tx.update(clients).set({ name: "b" }).where(eq(clients.id, second));
      });
    const both = Promise.all([rename(one.id, two.id), rename(two.id, one.id)]);
    await expect(both).resolves.toHaveLength(2);
  });

  it("the audit log says who, in which procedure, under which request", async () => {
    const ctx = { ...app.ctx(ana.actor), action: "clients.add" };
    const id = newId();
    await withTransaction(ctx, (tx) =>
      tx.insert(clients).values({
        id,
        professionalId: ana.professionalId,
        name: "Auditada",
        phone: "+5511900000003",
      }),
    );
    const [row] = await app.db.select().from(auditLog).where(eq(auditLog.rowId, id));
    expect(row).toMatchObject({
      actor: `user:${ana.userId}`,
      action: "clients.add",
      requestId: ctx.requestId,
      professionalId: ana.professionalId,
      tableName: "clients",
      operation: "insert",
    });
    expect(JSON.stringify(row)).not.toContain("Auditada");
  });
});
