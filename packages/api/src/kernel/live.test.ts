import { newId } from "@odys/shared/kernel/ids";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryLive } from "../gateways/live/memory.ts";
import { createTestApp, type TestApp, userActor } from "../testing/app.ts";
import { changesOf } from "./live.ts";

describe("changesOf", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  /** A house of its own, and somebody who listens there. */
  function house() {
    const live = createMemoryLive();
    const ctx = { ...app.ctx(userActor()), live };
    const topic = `professional:${newId()}` as const;
    const listen = (since: string | null = null, signal?: AbortSignal) =>
      changesOf(ctx, topic, { since, signal });
    return { live, ctx, topic, listen };
  }

  it("begins with a mark, goes on after every change, and is told many at once but once", async () => {
    const { live, topic, listen } = house();
    const stream = listen();
    const first = await stream.next();
    expect(first).toEqual({ value: live.mark(), done: false });
    for (let i = 0; i < 50; i++) live.announce(topic);
    const second = await stream.next();
    expect(second).toEqual({ value: live.mark(), done: false });
    const third = stream.next();
    const early = await Promise.race([third, sleep(400, "nothing")]);
    expect(early).toBe("nothing");
    live.announce(topic);
    expect(await third).toEqual({ value: live.mark(), done: false });
    await stream.return();
    expect(live.listeners()).toBe(0);
  });

  it("who comes back is told what they missed, and nothing when nothing was", async () => {
    const { live, topic, listen } = house();
    const mark = live.mark();
    const quiet = listen(mark);
    const next = quiet.next();
    expect(await Promise.race([next, sleep(50, "nothing")])).toBe("nothing");
    live.announce(topic);
    expect((await next).done).toBe(false);
    await quiet.return();
    const late = listen(mark);
    expect((await late.next()).done).toBe(false);
    await late.return();
    expect(live.listeners()).toBe(0);
  });

  it("ends in good order when the caller leaves, waiting or not, and leaves no listener behind", async () => {
    const { live, listen } = house();
    const leaving = new AbortController();
    const stream = listen(null, leaving.signal);
    await stream.next();
    const waiting = stream.next();
    leaving.abort();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(live.listeners()).toBe(0);

    const between = new AbortController();
    const other = listen(null, between.signal);
    await other.next();
    between.abort(); // nobody asks for more
    expect(live.listeners()).toBe(0);
    expect(await listen(null, AbortSignal.abort()).next()).toEqual({
      value: undefined,
      done: true,
    });
    expect(live.listeners()).toBe(0);
  });

  it("a stream that nobody reads listens to nothing", () => {
    const { live, listen } = house();
    listen();
    expect(live.listeners()).toBe(0);
  });

  it.for(["sessions", "hang up"] as const)("has its reader come again: %s", async (why) => {
    const { live, ctx, listen } = house();
    const stream = listen();
    await stream.next();
    const waiting = stream.next();
    if (why === "sessions") live.announce(`sessions:${ctx.actor.userId}`);
    else live.hangUp();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(live.listeners()).toBe(0);
  });

  it("nobody begins to listen to a process that stops", async () => {
    const { live, listen } = house();
    live.hangUp();
    await expect(listen().next()).rejects.toMatchObject({ name: "AbortError" });
    expect(live.listeners()).toBe(0);
  });

  it("of one person's seventh stream the first ends; other people's go on", async () => {
    const { live, ctx, topic, listen } = house();
    const others = changesOf({ ...ctx, actor: userActor() }, topic, {
      since: null,
      signal: undefined,
    });
    await others.next();
    const streams = Array.from({ length: 7 }, () => listen());
    for (const stream of streams.slice(0, 6)) await stream.next();
    const oldest = streams[0]!.next();
    await streams[6]!.next();
    expect(await oldest).toEqual({ value: undefined, done: true });
    expect(live.listeners()).toBe(7 * 2);
    for (const stream of [...streams, others]) await stream.return();
    expect(live.listeners()).toBe(0);
  });
});
