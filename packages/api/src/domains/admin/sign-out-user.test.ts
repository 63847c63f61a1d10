import { authSessions, users } from "@odys/db/schema/accounts";
import { auditLog } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

async function makeAdmin() {
  const admin = await app.member("Eva Admin");
  await app.db.update(users).set({ role: "admin" }).where(eq(users.id, admin.userId));
  return admin;
}

it("ends every session of that person and nobody else's, and says who did it", async () => {
  const admin = await makeAdmin();
  const [bia, other] = [await app.member("Bia"), await app.member("Caio")];
  await bia.api((api) => api.accounts.listDevices());
  await admin.api((api) => api.admin.signOutUser({ id: bia.userId }));
  expect(await bia.api((api) => api.accounts.me())).toBeNull();
  await other.api((api) => api.accounts.listDevices());
  await admin.api((api) => api.accounts.listDevices());
  expect(await app.db.$count(authSessions, eq(authSessions.userId, bia.userId))).toBe(0);
  const rows = await app.db.select().from(auditLog).where(eq(auditLog.action, "admin.signOutUser"));
  expect(rows.map(({ operation, tableName }) => [operation, tableName])).toEqual([
    ["sign_out", "users"],
    ["delete", "auth_sessions"],
  ]);
  expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set([`user:${admin.userId}`]));
});

it("NOT_FOUND for nobody; an admin whose own session has ended does nothing more", async () => {
  const admin = await makeAdmin();
  const gone = admin.api((api) => api.admin.signOutUser({ id: newId() }));
  await expect(gone).rejects.toThrow("NOT_FOUND");
  await admin.api((api) => api.admin.signOutUser({ id: admin.userId }));
  const again = admin.api((api) => api.admin.signOutUser({ id: admin.userId }));
  await expect(again).rejects.toThrow("UNAUTHORIZED");
});
