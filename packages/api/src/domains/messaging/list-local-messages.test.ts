import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalMail } from "../../gateways/mail/local.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";

describe("messaging.listLocalMessages", () => {
  let app: TestApp;
  const write = (to: string, subject: string) =>
    createLocalMail(app).send({ to, subject, text: "t", html: "<p>t</p>", dedupeKey: subject });

  beforeAll(async () => {
    app = await createTestApp();
    for (const subject of ["um", "dois", "três"]) await write("bia@example.com", subject);
    await write("rui@example.com", "quatro");
  });
  afterAll(() => app.close());

  it("newest first, page by page, for anybody who develops", async () => {
    const { messaging } = app.anonymous();
    const first = await messaging.listLocalMessages({ limit: 3 });
    expect(first.items.map((item) => item.subject)).toEqual(["quatro", "três", "dois"]);
    expect(first.items[0]).toMatchObject({
      channel: "mail",
      recipient: "rui@example.com",
      createdAt: "2026-11-23T12:00:00.000Z",
    });
    const rest = await messaging.listLocalMessages({ cursor: first.nextCursor ?? undefined });
    expect(rest.items.map((item) => item.subject)).toEqual(["um"]);
  });

  it("for one recipient", async () => {
    const { items } = await app
      .anonymous()
      .messaging.listLocalMessages({ recipient: " RUI@example.com " });
    expect(items.map((item) => item.subject)).toEqual(["quatro"]);
  });

  it("of one channel", async () => {
    const ask = async (channel: "mail" | "whatsapp") =>
      (await app.anonymous().messaging.listLocalMessages({ channel })).items.length;
    expect([await ask("mail"), await ask("whatsapp")]).toEqual([4, 0]);
  });

  it("NOT_FOUND where real people have accounts", async () => {
    const closed = await createTestApp({ settings: { openMailbox: false } });
    await expect(closed.anonymous().messaging.listLocalMessages({})).rejects.toThrow("NOT_FOUND");
    await closed.close();
  });
});
