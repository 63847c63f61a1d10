import { clients } from "@odys/db/schema/clients";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { linkUser } from "./link-user.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const link = (userId: string) =>
  linkUser(app.ctx({ type: "job", queue: "clients.link-user" }), { userId });
const owner = async (id: string) =>
  (await app.db.select().from(clients).where(eq(clients.id, id)))[0]?.userId;

test("rows of that address are linked at every professional, once", async () => {
  const [first, second] = [await mintPractice(app), await mintPractice(app)];
  const user = await mintUser(app);
  const { email } = user;
  const [a, b, other] = [
    await mintClient(app, first.professionalId, { email }),
    await mintClient(app, second.professionalId, { email }),
    await mintClient(app, first.professionalId, { email: `x${email}` }),
  ];
  const nameless = await mintClient(app, second.professionalId);
  expect(await link(user.userId)).toBe(2);
  expect(await link(user.userId)).toBe(0);
  expect(await Promise.all([a, b, other, nameless].map(({ id }) => owner(id)))).toEqual([
    user.userId,
    user.userId,
    null,
    null,
  ]);
});

test("C1: an address that is not verified links nothing, whatever the event said", async () => {
  const { professionalId } = await mintPractice(app);
  const attacker = await mintUser(app, { emailVerified: false });
  const row = await mintClient(app, professionalId, { email: attacker.email });
  expect(await link(attacker.userId)).toBe(0);
  expect(await owner(row.id)).toBeNull();
});

test("C1: a row that is somebody's stays theirs", async () => {
  const { professionalId } = await mintPractice(app);
  const [owning, late] = [await mintUser(app), await mintUser(app)];
  const row = await mintClient(app, professionalId, {
    email: late.email,
    userId: owning.userId,
  });
  expect(await link(late.userId)).toBe(0);
  expect(await owner(row.id)).toBe(owning.userId);
});

test("nobody of that id is no error", async () => {
  expect(await link("019b0000-0000-7000-8000-000000000000")).toBe(0);
});
