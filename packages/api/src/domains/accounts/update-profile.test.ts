import { professionals } from "@odys/db/schema/accounts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const row = async (id: string) =>
  (await app.db.select().from(professionals).where(eq(professionals.id, id)))[0];

test("what is given changes, the rest stays, and the audit log says who", async () => {
  const { caller, professionalId } = await mintPractice(app);
  const profile = await caller.accounts.updateProfile({
    slug: `ana-${professionalId.slice(-8)}`,
    bio: "Duas linhas\nde texto",
    phone: "(21) 99876-5432",
    slotStepMinutes: 15,
  });
  expect(profile).toMatchObject({
    name: "Ana Teste",
    bio: "Duas linhas\nde texto",
    phone: "+5521998765432",
    slotStepMinutes: 15,
  });
  expect(await caller.accounts.getProfile()).toEqual(profile);
});

test("which mails are not wanted, each once", async () => {
  const { caller } = await mintPractice(app);
  const { mutedMails } = await caller.accounts.updateProfile({
    mutedMails: ["moved", "requested", "moved"],
  });
  expect(mutedMails).toEqual(["moved", "requested"]);
  expect((await caller.accounts.updateProfile({ mutedMails: [] })).mutedMails).toEqual([]);
});

test("another practice is not touched", async () => {
  const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
  const before = await row(theirs.professionalId);
  await mine.caller.accounts.updateProfile({ name: "Só a minha" });
  expect(await row(theirs.professionalId)).toEqual(before);
});

test("a slug that is reserved, taken or no slug is refused by name", async () => {
  const [mine, theirs] = [await mintPractice(app), await mintPractice(app)];
  const change = (slug: string) => mine.caller.accounts.updateProfile({ slug });
  await expect(change("dashboard")).rejects.toMatchObject({
    message: "VALIDATION_ERROR",
    cause: { details: { fields: { slug: ["reserved"] } } },
  });
  await expect(change(theirs.slug)).rejects.toMatchObject({
    message: "CONFLICT",
    cause: { details: { fields: { slug: ["taken"] } } },
  });
  await expect(change("not a slug")).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await row(mine.professionalId)).toMatchObject({ slug: mine.slug });
});

test("H2: plan, trial, owner and identity are not assignable, by input or by the database's leave", async () => {
  const { caller, actor, professionalId } = await mintPractice(app);
  const before = await row(professionalId);
  for (const extra of [
    { plan: "premium" },
    { trialEndsAt: "2030-01-01T00:00:00.000Z" },
    { userId: actor.userId },
    { id: professionalId },
    { role: "admin" },
    { professionalId },
    { currency: "USD" },
    { avatarId: professionalId },
    { avatarUrl: "/api/files/x" },
    { suspendedAt: null },
  ]) {
    const attempt = caller.accounts.updateProfile({ name: "Ana", ...extra });
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  await expect(caller.accounts.updateProfile({})).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await row(professionalId)).toEqual(before);

  // Were the schema ever to let it through, the person's own role could still not write it.
  const { updateProfile } = await import("./update-profile.ts");
  const ctx = { ...app.ctx(actor), professionalId };
  const smuggled = { name: "Ana", plan: "premium" };
  await expect(updateProfile(ctx, smuggled)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await row(professionalId)).toEqual(before);
});
