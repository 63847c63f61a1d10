import type { Source } from "./source.ts";

/** Path → text, as the checks see a repository. */
export type Sample = Readonly<Record<string, string>>;

export interface Case {
  /** The name of the check. */
  readonly check: string;
  /** Houses without a violation. */
  readonly good: readonly Sample[];
  /** Houses with exactly one violation each, and what it says. */
  readonly bad: readonly (readonly [Sample, RegExp])[];
}

export const sources = (sample: Sample): Source[] =>
  Object.entries(sample).map(([path, text]) => ({ path, text }));
