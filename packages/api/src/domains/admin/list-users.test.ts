import { authSessions } from "@odys/db/schema/accounts";
import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { adminBench } from "../../testing/admin.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";

const bench = adminBench();

it("finds any part of a name or an address, and shows no address whole", async () => {
  const { app, admin } = bench;
  const bia = await mintUser(app, { name: "Beatriz Lima", email: "bia.lima@example.com" });
  const byName = await admin.listUsers({ search: "triz" });
  const byAddress = await admin.listUsers({ search: "LIMA@exam" });
  expect(byName).toEqual(byAddress);
  expect(byName.items).toEqual([
    {
      id: bia.userId,
      name: "Beatriz Lima",
      email: "b•••@example.com",
      emailVerified: true,
      role: "user",
      createdAt: expect.any(String),
      lastSeenAt: null,
      practice: null,
    },
  ]);
  expect((await admin.listUsers({ search: "%" })).items).toEqual([]);
  expect((await admin.listUsers({ search: "b_a.lima" })).items).toEqual([]);
});

it("by role and by whether the address is proven; with practice and last session", async () => {
  const { app, admin, actor } = bench;
  const { userId, professionalId, slug } = await mintPractice(app, {
    actor: { name: "Rui Prática", emailVerified: false },
  });
  const updatedAt = new Date("2026-11-20T10:00:00.000Z");
  await app.db.insert(authSessions).values({
    id: newId(),
    userId,
    token: newId(),
    expiresAt: new Date("2027-01-01"),
    updatedAt,
  });
  const admins = await admin.listUsers({ role: "admin" });
  expect(admins.items.map(({ id }) => id)).toEqual([actor.userId]);
  const unproven = await admin.listUsers({ verified: false });
  expect(unproven.items).toHaveLength(1);
  expect(unproven.items[0]).toMatchObject({
    id: userId,
    lastSeenAt: updatedAt.toISOString(),
    practice: { id: professionalId, slug, suspendedAt: null },
  });
});

it("page by page gives each once", async () => {
  const { app, admin } = bench;
  for (let i = 0; i < 5; i++) await mintUser(app, { name: "Página Certa" });
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin.listUsers({ search: "Página Certa", limit: 2, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(ids).toHaveLength(5);
  expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  await expect(admin.listUsers({ cursor: "x" })).rejects.toThrow("VALIDATION_ERROR");
});
