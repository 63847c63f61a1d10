import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/ctx.ts";
import { odysDoors } from "../../doors/index.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice, mintUser } from "../../testing/fixtures.ts";
import { mintPair } from "../../testing/talk.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
const ORIGIN = "http://odys.test";

describe("a file of a message over HTTP", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  async function ask(
    actor: Actor,
    path: string,
    init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = { cookie: "session=1", origin: ORIGIN, ...init.headers };
    const request = new Request(`${ORIGIN}${path}`, { ...init, headers });
    const services = { ...app.services, resolveActor: async () => actor };
    const answer = await odysDoors.open(request, services, { ip: "unknown", requestId: "r" });
    if (!answer) throw new Error("no door");
    return answer;
  }
  const upload = (actor: Actor, clientId: string, body: BodyInit = pdf) =>
    ask(actor, `/api/upload/message?client=${clientId}`, { method: "POST", body });

  it("is read by the two of the conversation alone, never publicly kept, a PDF as a download", async () => {
    const { ana, bia, asBia, clientId } = await mintPair(app);
    const answer = await upload(bia, clientId);
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: { id: string } };
    const path = `/api/files/${data.id}`;
    // Not before it is in the conversation.
    expect((await ask(bia, path)).status).toBe(404);
    await asBia.sendMessage({ clientId, file: { id: data.id, name: "exame 'março'.pdf" } });
    for (const actor of [bia, ana.actor]) {
      const seen = await ask(actor, path);
      expect(seen.status).toBe(200);
      expect(Object.fromEntries(seen.headers)).toMatchObject({
        "content-type": "application/pdf",
        "content-disposition": "attachment; filename*=UTF-8''exame%20%27mar%C3%A7o%27.pdf",
        "cache-control": "private, no-cache",
        "x-content-type-options": "nosniff",
      });
      expect(new Uint8Array(await seen.arrayBuffer())).toEqual(pdf);
      const etag = seen.headers.get("etag") ?? "";
      const again = await ask(actor, path, { headers: { "if-none-match": etag } });
      expect(again.status).toBe(304);
    }
    const rui = await mintPractice(app);
    for (const actor of [await mintUser(app), rui.actor, { type: "anonymous" } as const])
      expect((await ask(actor, path)).status).toBe(404);
  });

  it("is taken from who is signed in, for a conversation of theirs, up to its size", async () => {
    const { bia, clientId } = await mintPair(app);
    expect((await upload({ type: "anonymous" }, clientId)).status).toBe(401);
    expect((await upload(await mintUser(app), clientId)).status).toBe(404);
    expect((await upload(bia, "x")).status).toBe(404);
    expect((await upload(bia, clientId, "<html>")).status).toBe(415);
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    expect((await upload(bia, clientId, large)).status).toBe(413);
  });
});
