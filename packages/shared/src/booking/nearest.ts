/**
 * The `count` slots nearest to an instant, in order of time; of two equally near ones the earlier
 * counts. `slots` are epoch ms in order, as `listSlots` gives them.
 */
export function nearestSlots(slots: readonly number[], instant: number, count = 3): number[] {
  // The nearest lie side by side: a frame of that width, moved on while its successor is nearer.
  let from = 0;
  const gap = (index: number) => Math.abs((slots[index] ?? Infinity) - instant);
  while (from + count < slots.length && gap(from + count) < gap(from)) from++;
  return slots.slice(from, from + count);
}
