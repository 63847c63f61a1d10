import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserActor } from "../../kernel/ctx.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintUser } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";
import { onMessage } from "./on-message.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** Somebody who looks; `told` counts what they heard since they began. */
async function watched(actor: UserActor) {
  const leaving = new AbortController();
  const listener = { told: -1, leave: () => leaving.abort() };
  const read = async () => {
    for await (const { data } of onMessage(app.ctx(actor), {}, leaving.signal)) {
      expect(data).toEqual({});
      listener.told++;
    }
  };
  void read();
  await expect.poll(() => listener.told).toBe(0);
  return listener;
}

test("both hear of a message and of its having been read, and nobody else does", async () => {
  const { ana, bia, clientId, asAna, asBia } = await mintPair(app);
  const [pro, client] = [await watched(ana.actor), await watched(bia)];
  const stranger = await watched(await mintUser(app));
  await asAna.sendMessage({ clientId, text: "Oi" });
  await expect.poll(() => [pro.told, client.told]).toEqual([1, 1]);
  await asBia.markConversationRead({ clientId });
  await expect.poll(() => [pro.told, client.told]).toEqual([2, 2]);
  expect(stranger.told).toBe(0);
  for (const listener of [pro, client, stranger]) listener.leave();
  await expect.poll(() => app.services.live.listeners()).toBe(0);
});
