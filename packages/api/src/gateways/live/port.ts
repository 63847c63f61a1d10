/**
 * What can change under somebody's eyes: what a practice owns, what a person has (news, messages), and
 * which of a person's sessions there are.
 */
export type LiveTopic = `professional:${string}` | `user:${string}` | `sessions:${string}`;

/**
 * Says that something changed, never what: whoever shows it asks for it again, and is so told only
 * what they may see. At least once, with nothing lost but a false alarm now and then. Two drivers, one
 * contract suite (contract.ts): `memory` within one process, `postgres` across all of them.
 */
export type LiveGateway = {
  /** Tells everybody who listens. After the commit; never blocks and never throws. */
  announce(topic: LiveTopic): void;
  /** Calls `tell` after every change of the topic, or when one may have been missed. Returns what ends it. */
  listen(topic: LiveTopic, tell: () => void): () => void;
  /** Now, as `changedSince` understands it: for a listener that comes back. */
  mark(): string;
  /** Whether the topic may have changed since a mark. True for every mark that is not known here. */
  changedSince(topic: LiveTopic, mark: string): boolean;
  /** How many listen in this process. */
  listeners(): number;
  /** Has the streams of this process end, so that it can stop: their readers come again elsewhere. */
  hangUp(): void;
  readonly hungUp: AbortSignal;
  close(): Promise<void>;
};
