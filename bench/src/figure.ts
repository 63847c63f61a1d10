/** One line of `pnpm bench`: what was measured, against which goal, beside what. */
export interface Figure {
  /** Its number in the list of figures; several lines may share one. */
  figure: number;
  name: string;
  /** The median of the rounds. */
  value: number;
  unit: string;
  goal: number;
  met: boolean;
  /** The others, measured in the same run, in the same unit. */
  peers: Record<string, number>;
  /** Least and greatest of the rounds. */
  spread: [number, number];
  rounds: number;
  /** What a reader of the line alone would get wrong. */
  note?: string;
}

/** What a file in bench/figures exports. */
export interface FigureModule {
  figure: number;
  run: () => Promise<Figure | Figure[]>;
}

/** Runs one turn and says what it measured. */
export type Contestant = () => number | Promise<number>;

/**
 * Lets the contestants take turns, forwards and then backwards (A B B A), so that a machine that
 * warms up or slows down does so for all of them. Per contestant one value a round: the mean of
 * its two turns.
 */
export async function interleave<Name extends string>(
  contestants: Record<Name, Contestant>,
  rounds = 5,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const measured = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const turns = new Map<Name, number>();
    for (const name of [...names, ...names.toReversed()])
      turns.set(name, (turns.get(name) ?? 0) + (await contestants[name]()) / 2);
    for (const [name, value] of turns) measured.get(name)?.push(value);
  }
  return Object.fromEntries(measured) as Record<Name, number[]>;
}

/** The `p`-th percentile (0…100) by the nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((p / 100) * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new RangeError("percentile of nothing");
  return value;
}

/** The value in the middle; of an even count the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) throw new RangeError("median of nothing");
  return (low + high) / 2;
}

/** Least and greatest. */
function spread(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** As many significant digits as a person compares. */
function significant(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

/** A line from measured rounds. `met` compares the median with the goal. */
export function figureOf(
  line: Pick<Figure, "figure" | "name" | "unit" | "goal" | "note">,
  better: "lower" | "higher",
  rounds: readonly number[],
  peers: Record<string, readonly number[]> = {},
): Figure {
  const value = median(rounds);
  const [least, greatest] = spread(rounds);
  return {
    figure: line.figure,
    name: line.name,
    value: significant(value),
    unit: line.unit,
    goal: line.goal,
    met: better === "lower" ? value <= line.goal : value >= line.goal,
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, values]) => [name, significant(median(values))]),
    ),
    spread: [significant(least), significant(greatest)],
    rounds: rounds.length,
    ...(line.note === undefined ? {} : { note: line.note }),
  };
}
