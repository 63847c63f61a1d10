import { clients } from "@odys/db/schema/clients";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice } from "../../testing/fixtures.ts";
import { countOwned } from "../../testing/owned.ts";
import { reportOf } from "../../trpc/errors.ts";

const ROUNDS = 12;

describe("merging while others do something", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ max: 20 });
    await Promise.all(Array.from({ length: 20 }, () => app.sql`select pg_sleep(0.1)`));
  });
  afterAll(() => app.close());

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "OK",
      (error: unknown) => reportOf(error).code,
    );

  it("of two merges in opposite directions one holds, and nobody is lost", async () => {
    const { caller, professionalId } = await mintPractice(app);
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b] = [await mintClient(app, professionalId), await mintClient(app, professionalId)];
      const codes = await Promise.all([
        codeOf(caller.clients.merge({ keptId: a.id, mergedId: b.id })),
        codeOf(caller.clients.merge({ keptId: b.id, mergedId: a.id })),
      ]);
      expect(codes.toSorted()).toEqual(["CONFLICT", "OK"]);
      const rows = await app.db
        .select()
        .from(clients)
        .where(eq(clients.professionalId, professionalId));
      const left = rows.filter(({ id, mergedInto }) => [a.id, b.id].includes(id) && !mergedInto);
      expect(left).toHaveLength(1);
    }
  });

  it("whoever books with the number that is being merged is the kept one's", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 1_000 } });
    const { caller, professionalId, serviceId, slug } = practice;
    for (let round = 0; round < ROUNDS; round++) {
      const [kept, merged] = [
        await mintClient(app, professionalId),
        await mintClient(app, professionalId),
      ];
      const at = (hour: number) => new Date(Date.UTC(2026, 11, 1 + round, hour)).toISOString();
      const whom = { name: "Bia", phone: merged.phone };
      const guest = app.anonymous({ "idempotency-key": `merge-race-${round}` });
      const codes = await Promise.all([
        codeOf(guest.booking.book({ slug, serviceId, startsAt: at(14), ...whom })),
        codeOf(caller.booking.bookForClient({ client: whom, serviceId, startsAt: at(16) })),
        codeOf(caller.clients.merge({ keptId: kept.id, mergedId: merged.id })),
      ]);
      expect(codes).toEqual(["OK", "OK", "OK"]);
      expect(await countOwned(app, merged.id)).toMatchObject({ meetings: 0 });
      expect(await countOwned(app, kept.id)).toMatchObject({ meetings: 2 });
    }
  });
});
