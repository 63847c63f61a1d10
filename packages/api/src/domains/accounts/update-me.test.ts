import { users } from "@odys/db/schema/accounts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test("name and language change, of oneself alone", async () => {
  const [user, other] = [await mintUser(app), await mintUser(app)];
  const account = await app.as(user).accounts.updateMe({ name: " Ana Maria ", locale: "en" });
  expect(account.user).toMatchObject({ id: user.userId, name: "Ana Maria", locale: "en" });
  const row = async (id: string) => (await app.db.select().from(users).where(eq(users.id, id)))[0];
  expect(await row(user.userId)).toMatchObject({ name: "Ana Maria", locale: "en" });
  expect(await row(other.userId)).toMatchObject({ name: other.name, locale: "pt-BR" });
});

test("H2: role, address and whether it is verified cannot be assigned", async () => {
  const user = await mintUser(app);
  for (const extra of [
    { role: "admin" },
    { email: "other@odys.test" },
    { emailVerified: true },
    { id: user.userId },
  ]) {
    const attempt = app.as(user).accounts.updateMe({ name: "Ana", ...extra });
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect(await app.as(user).accounts.me()).toMatchObject({
    user: { role: "user", name: user.name },
  });
});

test("nobody has nothing to change", async () => {
  const attempt = app.anonymous().accounts.updateMe({ name: "Ana" });
  await expect(attempt).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
