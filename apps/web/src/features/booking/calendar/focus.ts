/** The items of each day, in order, as far as the keyboard cares. */
export type Grid = readonly (readonly { id: string; top: number }[])[];

/**
 * Where an arrow leads from an item: up and down within its day, to the sides to whatever is nearest
 * in time on the next day that has anything. Null where it leads nowhere.
 */
export function neighbourOf(grid: Grid, id: string, key: string): string | null {
  const column = grid.findIndex((items) => items.some((item) => item.id === id));
  const items = grid[column] ?? [];
  const index = items.findIndex((item) => item.id === id);
  const here = items[index];
  if (!here) return null;
  switch (key) {
    case "ArrowUp":
      return items[index - 1]?.id ?? null;
    case "ArrowDown":
      return items[index + 1]?.id ?? null;
    case "ArrowLeft":
      return nearest(grid.slice(0, column).findLast(hasItems), here.top);
    case "ArrowRight":
      return nearest(grid.slice(column + 1).find(hasItems), here.top);
    default:
      return null;
  }
}

function hasItems(items: Grid[number]): boolean {
  return items.length > 0;
}

function nearest(items: Grid[number] | undefined, top: number): string | null {
  const sorted = items?.toSorted((a, b) => Math.abs(a.top - top) - Math.abs(b.top - top));
  return sorted?.[0]?.id ?? null;
}
