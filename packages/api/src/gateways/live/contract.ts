import { expect, it } from "vitest";
import type { LiveGateway, LiveTopic } from "./port.ts";

let count = 0;
const someTopic = (): LiveTopic => `professional:${++count}`;

/** What every driver of the port does; `open` makes one. */
export function liveContract(open: () => Promise<LiveGateway>): void {
  const using = async (work: (live: LiveGateway) => Promise<void>): Promise<void> => {
    const live = await open();
    try {
      await work(live);
    } finally {
      await live.close();
    }
  };
  tells(using);
  remembers(using);
}

type Using = (work: (live: LiveGateway) => Promise<void>) => Promise<void>;

function tells(using: Using): void {
  it("tells everybody who listens to the topic, and nobody else", () =>
    using(async (live) => {
      const [topic, other] = [someTopic(), someTopic()];
      const told = [0, 0, 0];
      live.listen(topic, () => void told[0]!++);
      live.listen(topic, () => void told[1]!++);
      live.listen(other, () => void told[2]!++);
      await settle();
      told.fill(0);
      live.announce(topic);
      expect(told).toEqual([1, 1, 0]);
      await settle();
      expect(told).toEqual([1, 1, 0]);
    }));

  it("tells nobody who has left, and counts who listens", () =>
    using(async (live) => {
      const topic = someTopic();
      let told = 0;
      const tell = () => void told++;
      const [first, second] = [live.listen(topic, tell), live.listen(topic, tell)];
      await settle();
      told = 0;
      first();
      first();
      live.announce(topic);
      expect([told, live.listeners()]).toEqual([1, 1]);
      second();
      live.announce(topic);
      expect([told, live.listeners()]).toEqual([1, 0]);
    }));

  it("a listener that tells and leaves while it is told breaks nothing", () =>
    using(async (live) => {
      const topic = someTopic();
      let told = 0;
      const leave = live.listen(topic, () => {
        leave();
        live.listen(topic, () => void told++);
      });
      live.announce(topic);
      told = 0;
      live.announce(topic);
      expect([told, live.listeners()]).toEqual([1, 1]);
    }));
}

function remembers(using: Using): void {
  it("knows whether a topic has changed since a mark, and assumes it of strange ones", () =>
    using(async (live) => {
      const [topic, other] = [someTopic(), someTopic()];
      live.listen(topic, () => {});
      await settle();
      const mark = live.mark();
      expect(live.changedSince(topic, mark)).toBe(false);
      live.announce(topic);
      expect(live.changedSince(topic, mark)).toBe(true);
      expect(live.changedSince(other, mark)).toBe(false);
      expect(live.changedSince(topic, live.mark())).toBe(false);
      const strange = ["", "x", ".", `${mark}9999`, "00000000.1", `${mark.split(".")[0]}.-1`];
      for (const text of strange)
        expect([text, live.changedSince(topic, text)]).toEqual([text, true]);
    }));

  it("hangs up for everybody at once", () =>
    using(async (live) => {
      let hungUp = false;
      live.hungUp.addEventListener("abort", () => void (hungUp = true));
      live.hangUp();
      expect([hungUp, live.hungUp.aborted]).toEqual([true, true]);
    }));
}

/** Until a driver has said all that it says by itself when somebody begins to listen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}
