import type { LiveTopic } from "../gateways/live/port.ts";
import type { UserCtx } from "./ctx.ts";

/** After about so long a stream ends and is asked for again: whoever may no longer see it is refused then. */
const STREAM_MS = 5 * 60_000;
/** Streams of one person in one process. One more, and the oldest ends. */
const MOST_STREAMS = 6;
/** What changes many times in so short a time is told once. */
const GAP_MS = 200;

type End = (how: "over" | "again") => void;
/** Of each house, whose streams are open, the oldest first. */
const open = new WeakMap<object, Map<string, Set<End>>>();

/**
 * A mark now, if something may have changed since the mark `since`, and one after every change, for as
 * long as the caller listens. Ends with an AbortError, which has browsers come again, after a while,
 * when the caller's sessions have changed or this process stops; in good order when they are gone.
 */
export async function* changesOf(
  ctx: UserCtx,
  topic: LiveTopic,
  { since, signal }: { since: string | null; signal: AbortSignal | undefined },
): AsyncGenerator<string, void> {
  const { live, actor } = ctx;
  let changed = since === null || live.changedSince(topic, since);
  let ended: Parameters<End>[0] | null = null;
  let wake = () => {};
  const end: End = (how) => {
    ended ??= how;
    leave();
    wake();
  };
  const [gone, again] = [() => end("over"), () => end("again")];

  const timer = setTimeout(again, STREAM_MS * (0.8 + 0.4 * Math.random()));
  timer.unref();
  const quit = [
    takeTurn(live, actor.userId, end),
    live.listen(topic, () => {
      changed = true;
      wake();
    }),
    live.listen(`sessions:${actor.userId}`, again),
  ];
  signal?.addEventListener("abort", gone);
  live.hungUp.addEventListener("abort", again);
  function leave(): void {
    clearTimeout(timer);
    for (const stop of quit.splice(0)) stop();
    signal?.removeEventListener("abort", gone);
    live.hungUp.removeEventListener("abort", again);
  }
  if (signal?.aborted) gone();
  if (live.hungUp.aborted) again();

  const wait = (ms?: number) =>
    new Promise<void>((resolve) => {
      const timeout = ms === undefined ? undefined : setTimeout(resolve, ms);
      wake = () => {
        if (ms !== undefined && !ended) return;
        clearTimeout(timeout);
        resolve();
      };
    });
  try {
    while (!ended) {
      if (!changed) {
        await wait();
        continue;
      }
      changed = false;
      yield live.mark();
      if (!ended) await wait(GAP_MS);
    }
  } finally {
    leave();
  }
  if (ended === "again") throw new DOMException("come again", "AbortError");
}

function takeTurn(house: object, userId: string, end: End): () => void {
  let people = open.get(house);
  if (!people) open.set(house, (people = new Map()));
  const streams = people.get(userId) ?? new Set();
  people.set(userId, streams.add(end));
  const [oldest] = streams;
  if (streams.size > MOST_STREAMS) oldest?.("over");
  return () => {
    streams.delete(end);
    if (streams.size === 0 && people.get(userId) === streams) people.delete(userId);
  };
}
