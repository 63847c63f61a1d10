import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryLive } from "../gateways/live/memory.ts";
import type { Services } from "../kernel/ports.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintAppointment, mintPractice } from "../testing/fixtures.ts";
import { odysDoors } from "./index.ts";
import { serve } from "./testing/serve.ts";

const PATH = "/api/trpc/booking.onChange";

describe.for(["node:http", "Request → Response"])("a subscription over %s", (mount) => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  /** A process of its own, whose every caller is the practice (or nobody). */
  async function house(actor: Services["resolveActor"] = async () => practice.actor) {
    const live = createMemoryLive();
    const services: Services = { ...app.services, live, resolveActor: actor };
    const server = mount === "node:http" ? await serve(odysDoors, services) : null;
    const open = async (headers: Record<string, string> = {}) => {
      const leaving = new AbortController();
      const url = `${server?.origin ?? "http://odys.test"}${PATH}?input=%7B%7D`;
      const request = new Request(url, {
        headers: { accept: "text/event-stream", ...headers },
        signal: leaving.signal,
      });
      const arrival = { ip: "192.0.2.1", requestId: "a-request" };
      const answer = server
        ? await fetch(request)
        : await odysDoors.open(request, services, arrival);
      if (!answer?.body) throw new Error("no stream");
      const stream = { answer, text: "", over: false, leave: () => leaving.abort() };
      void read(answer.body, stream);
      return stream;
    };
    return { live, open, close: async () => server?.close() };
  }

  async function read(body: ReadableStream<Uint8Array>, into: { text: string; over: boolean }) {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) into.text += decoder.decode(chunk, { stream: true });
    } catch {
      // Cut.
    }
    into.over = true;
  }
  const ticks = ({ text }: { text: string }) =>
    [...text.matchAll(/^id: (\S+)$/gm)].map(([, id]) => id);

  it("says that it is there, tells of changes, and leaves nothing behind when the browser leaves", async () => {
    const { live, open, close } = await house();
    const stream = await open();
    expect(stream.answer.status).toBe(200);
    expect(stream.answer.headers.get("content-type")).toBe("text/event-stream");
    expect(stream.answer.headers.get("cache-control")).toContain("no-transform");
    expect(stream.answer.headers.get("x-content-type-options")).toBe("nosniff");
    await expect.poll(() => ticks(stream).length).toBe(1);
    expect(stream.text).toContain("event: connected");
    live.announce(`professional:${practice.professionalId}`);
    await expect.poll(() => ticks(stream)).toEqual([expect.any(String), live.mark()]);
    stream.leave();
    await expect.poll(() => live.listeners()).toBe(0);
    await close();
  });

  it("tells of what another request has changed", async () => {
    const { live, open, close } = await house();
    const stream = await open();
    await expect.poll(() => ticks(stream).length).toBe(1);
    const { id } = await mintAppointment(app, practice);
    const before = app.services.live;
    app.services.live = live;
    await app.as(practice.actor).booking.confirm({ id });
    app.services.live = before;
    await expect.poll(() => ticks(stream).length).toBe(2);
    stream.leave();
    await close();
  });

  it("a browser that comes back is told nothing when nothing has changed", async () => {
    const { live, open, close } = await house();
    const stream = await open({ "last-event-id": live.mark() });
    await expect.poll(() => stream.text).toContain("event: connected");
    await sleep(50);
    expect(ticks(stream)).toEqual([]);
    live.announce(`professional:${practice.professionalId}`);
    await expect.poll(() => ticks(stream).length).toBe(1);
    stream.leave();
    await close();
  });

  it("who may not is told so in the stream, and has nothing", async () => {
    const { live, open, close } = await house(async () => ({ type: "anonymous" }));
    const stream = await open();
    await expect.poll(() => stream.over).toBe(true);
    expect(stream.text).toContain("event: serialized-error");
    expect(stream.text).toContain("UNAUTHORIZED");
    expect(live.listeners()).toBe(0);
    await close();
  });

  it.for(["a session ends", "the process stops"])(
    "%s: cut, so that the browser comes again",
    async (why) => {
      const { live, open, close } = await house();
      const stream = await open();
      await expect.poll(() => ticks(stream).length).toBe(1);
      if (why === "a session ends") live.announce(`sessions:${practice.userId}`);
      else live.hangUp();
      await expect.poll(() => stream.over).toBe(true);
      expect(stream.text).not.toContain("event: return");
      expect(live.listeners()).toBe(0);
      await close();
    },
  );
});
