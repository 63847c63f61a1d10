/** So many that are over stay in sight; of more, only the latest. */
const IN_SIGHT = 2;

interface Spanned {
  id: string;
  endsAt: string;
}

/**
 * How many appointments at the start of a day may be folded away, so that what is now and what comes
 * stands on the first screen. None when the day is over, or when one of them was asked for.
 */
export function pastToFold(day: readonly Spanned[], now: string, opened: string | null): number {
  const past = day.findIndex(({ endsAt }) => endsAt > now);
  const wanted = day.slice(0, Math.max(0, past)).some(({ id }) => id === opened);
  return past <= IN_SIGHT || wanted ? 0 : past - 1;
}
