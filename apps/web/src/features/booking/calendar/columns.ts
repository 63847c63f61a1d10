/** What lies over a stretch of a column, in minutes from its top. */
export interface Stretch {
  top: number;
  bottom: number;
}

/** Where a stretch stands among those that it overlaps. */
export interface Lane {
  /** From the left, of `lanes` of equal width. */
  lane: number;
  lanes: number;
  /** How many of them it takes: nothing stands to its right. */
  width: number;
}

/**
 * Puts stretches that overlap side by side: each as far left as there is room, each as wide as it
 * can be. Answers in the order given. Grows with their number and how many lie over one another.
 */
export function lanesOf(stretches: readonly Stretch[]): Lane[] {
  const order = stretches
    .map((stretch, index) => ({ ...stretch, index }))
    .toSorted((a, b) => a.top - b.top || b.bottom - a.bottom || a.index - b.index);
  const result: Lane[] = Array.from({ length: stretches.length }, () => ({
    lane: 0,
    lanes: 1,
    width: 1,
  }));
  let cluster: typeof order = [];
  let end = -Infinity;
  const close = () => {
    for (const [index, lane] of spread(cluster)) result[index] = lane;
    cluster = [];
  };
  for (const stretch of order) {
    if (stretch.top >= end) close();
    cluster.push(stretch);
    end = Math.max(end, stretch.bottom);
  }
  close();
  return result;
}

type Numbered = Stretch & { index: number };

/** Of stretches that hang together, earliest first. */
function spread(cluster: readonly Numbered[]): [index: number, lane: Lane][] {
  const lanes: Numbered[][] = [];
  const placed = cluster.map((stretch) => {
    const free = lanes.findIndex((lane) => (lane.at(-1)?.bottom ?? -Infinity) <= stretch.top);
    const lane = free < 0 ? lanes.push([]) - 1 : free;
    lanes[lane]?.push(stretch);
    return { stretch, lane };
  });
  return placed.map(({ stretch, lane }) => {
    let next = lane + 1;
    while (next < lanes.length && !lanes[next]?.some((other) => meet(other, stretch))) next++;
    return [stretch.index, { lane, lanes: lanes.length, width: next - lane }];
  });
}

function meet(a: Stretch, b: Stretch): boolean {
  return a.top < b.bottom && b.top < a.bottom;
}
