import { clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { outboxEvents } from "@odys/db/schema/ops";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { consumers } from "../../root.ts";
import { type AccountsApp, createAccountsApp } from "../../testing/accounts.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";

let app: AccountsApp;
beforeAll(async () => {
  app = await createAccountsApp();
});
afterAll(() => app.close());

test("a verified address links its client rows, however often the job runs, and so it is wired", async () => {
  const consumer = consumers.find(({ name }) => name === "clients.link-user");
  expect(consumer?.on).toEqual(["accounts.email_verified"]);
  const { professionalId } = await mintPractice(app);
  const user = await mintUser(app);
  const row = await mintClient(app, professionalId, { email: user.email });
  for (let run = 0; run < 3; run++)
    await consumer?.handle(
      app.ctx({ type: "job", queue: "clients.link-user" }),
      { type: "accounts.email_verified", payload: { userId: user.userId } },
      newId(),
    );
  const [found] = await app.db.select().from(clients).where(eq(clients.id, row.id));
  expect(found?.userId).toBe(user.userId);
});

test("C1: registering a victim's address links nothing; only the mailed link does", async () => {
  const victim = `${newId()}@odys.test`;
  const { password } = app;
  const practice = await mintPractice(app);
  const client = await mintClient(app, practice.professionalId, { email: victim });
  const owner = async () =>
    (await app.db.select().from(clients).where(eq(clients.id, client.id)))[0]?.userId;
  /** Everything that was told so far, to every consumer of it, as the jobs would. */
  const runJobs = async () => {
    const events = await app.db.select().from(outboxEvents);
    for (const { type, payload, id } of events)
      for (const consumer of consumers)
        if (consumer.on.some((wanted) => wanted === type))
          await consumer.handle(
            app.ctx({ type: "job", queue: consumer.name }),
            { type, payload } as Parameters<typeof consumer.handle>[1],
            id,
          );
  };

  const attacker = app.visitor();
  const register = () =>
    attacker.api((api) => api.accounts.register({ name: "Mallory", email: victim, password }));
  await register();
  await runJobs();
  expect(await owner()).toBeNull();
  await expect(
    attacker.api((api) => api.accounts.signIn({ email: victim, password })),
  ).rejects.toMatchObject({ message: "EMAIL_NOT_VERIFIED" });
  await attacker.api((api) => api.accounts.resendVerification({ email: victim }));
  await register();
  await runJobs();
  expect(await owner()).toBeNull();

  // Who reads the mailbox is who the client is.
  const link = await app.token(victim, "verify");
  const { user } = await app.visitor().api((api) => api.accounts.verifyEmail({ token: link }));
  await runJobs();
  expect(await owner()).toBe(user.id);
});
