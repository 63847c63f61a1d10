import { clients } from "@odys/db/schema/clients";
import { idempotencyKeys } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { DomainError } from "@odys/shared/kernel/errors";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { readAsSystem, withTransaction } from "../kernel/transaction.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintPractice } from "../testing/fixtures.ts";
import { reportOf } from "./errors.ts";
import { t } from "./init.ts";
import { professionalProcedure } from "./ladder.ts";

/**
 * A procedure of the test's own: it reads and writes one client, and refuses the name "Antes" before
 * writing and "Ninguém" after it.
 */
const written: string[] = [];
const router = t.router({
  add: professionalProcedure
    .meta({ idempotent: true })
    .input(z.strictObject({ name: z.string(), phone: z.string() }))
    .output(z.object({ id: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await readAsSystem(ctx, (db) => db.$count(clients));
      if (input.name === "Antes") throw new DomainError("NOT_FOUND");
      return withTransaction(ctx, async (tx) => {
        written.push(input.name);
        const id = newId();
        await tx.insert(clients).values({ id, professionalId: ctx.professionalId, ...input });
        if (input.name === "Ninguém") throw new DomainError("FORBIDDEN");
        return { id };
      });
    }),
});
const createCaller = t.createCallerFactory(router);

describe("Idempotency-Key", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  const call = (
    key: string | null,
    input: { name: string; phone: string },
    actor = practice.actor,
  ) => createCaller(app.contextOf(actor, key ? { "idempotency-key": key } : {})).add(input);
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => reportOf(error).code,
    );
  const named = (name: string) => app.db.$count(clients, eq(clients.name, name));

  beforeAll(async () => {
    app = await createTestApp({ max: 20 });
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  it("the same key and body do the work once and answer the same", async () => {
    const input = { name: "Uma vez", phone: "+5511900000001" };
    const first = await call("key-00000001", input);
    expect(await call("key-00000001", input)).toEqual(first);
    expect(await named("Uma vez")).toBe(1);
  });

  it("twenty at the same moment do the work once", async () => {
    const input = { name: "Ao mesmo tempo", phone: "+5511900000002" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call("key-00000002", input)),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await named("Ao mesmo tempo")).toBe(1);
  });

  it("the same key with another body is a conflict", async () => {
    await call("key-00000003", { name: "A", phone: "+5511900000003" });
    expect(await codeOf(call("key-00000003", { name: "B", phone: "+5511900000004" }))).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
    expect(await named("B")).toBe(0);
  });

  it("keeps no refusal: what it had written is undone and the key is free again", async () => {
    expect(await codeOf(call("key-00000004", { name: "Ninguém", phone: "+5511900000005" }))).toBe(
      "FORBIDDEN",
    );
    expect(await named("Ninguém")).toBe(0);
    expect(await codeOf(call("key-00000004", { name: "Alguém", phone: "+5511900000005" }))).toBe(
      "OK",
    );
  });

  it("comes to no write a second time, and what it would have refused is not said", async () => {
    const input = { name: "Só lê", phone: "+5511900000011" };
    const first = await call("key-00000009", input);
    expect(await call("key-00000009", input)).toEqual(first);
    expect(written.filter((name) => name === "Só lê")).toHaveLength(1);
    const refused = { name: "Antes", phone: "+5511900000012" };
    expect(await codeOf(call("key-00000009", refused))).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await codeOf(call("key-00000010", refused))).toBe("NOT_FOUND");
    expect(await codeOf(call("key-00000010", { ...refused, name: "Depois" }))).toBe("OK");
  });

  it("is another key for another caller", async () => {
    const other = await mintPractice(app);
    const input = { name: "De cada um", phone: "+5511900000006" };
    await call("key-00000005", input);
    await call("key-00000005", input, other.actor);
    expect(await named("De cada um")).toBe(2);
  });

  it("is forgotten after a day", async () => {
    await call("key-00000006", { name: "Hoje", phone: "+5511900000007" });
    app.clock.advance(24 * 3_600_000 + 1);
    expect(await codeOf(call("key-00000006", { name: "Amanhã", phone: "+5511900000008" }))).toBe(
      "OK",
    );
  });

  it("refuses a key that is none, and works without one", async () => {
    const kept = () => app.db.$count(idempotencyKeys);
    const before = await kept();
    expect(await codeOf(call("short", { name: "C", phone: "+5511900000009" }))).toBe(
      "VALIDATION_ERROR",
    );
    expect(await codeOf(call(null, { name: "C", phone: "+5511900000009" }))).toBe("OK");
    expect(await kept()).toBe(before);
  });

  it("keeps of key and answer only what the key itself opens", async () => {
    const input = { name: "Segredo", phone: "+5511900000010" };
    const { id } = await call("key-00000008", input);
    const rows = await app.db.select().from(idempotencyKeys);
    expect(rows.some(({ answer }) => answer !== null)).toBe(true);
    for (const secret of [id, "key-00000008"]) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await call("key-00000008", input)).toEqual({ id });
  });
});
