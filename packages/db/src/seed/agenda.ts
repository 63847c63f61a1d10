/** Minutes since local midnight in which Ana receives people, by day of the week (0 is Sunday). */
export const WEEK: readonly { dayOfWeek: number; startMinute: number; endMinute: number }[] = [
  ...[1, 2, 3, 4, 5].flatMap((dayOfWeek) => [
    { dayOfWeek, startMinute: 9 * 60, endMinute: 12 * 60 },
    { dayOfWeek, startMinute: 13 * 60 + 30, endMinute: 19 * 60 },
  ]),
  { dayOfWeek: 6, startMinute: 9 * 60, endMinute: 13 * 60 },
];

/** São Paulo has had no daylight saving time since 2019, so the demo may count in a fixed offset. */
const OFFSET_MS = -3 * 3_600_000;
const DAY_MS = 86_400_000;

export type Meeting = { startsAt: Date; dayOffset: number; pick: number };

/** A small generator with a seed (mulberry32): the same demo on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Starts of meetings, on the hour or half hour within working hours and at least 90 minutes apart,
 * from `daysBefore` days before `now` (epoch ms) to `daysAfter` days after it. Past days are full,
 * the coming ones ever emptier.
 */
export function meetings(
  now: number,
  daysBefore: number,
  daysAfter: number,
  draw: () => number,
): Meeting[] {
  const today = Math.floor((now + OFFSET_MS) / DAY_MS);
  const found: Meeting[] = [];
  for (let dayOffset = -daysBefore; dayOffset <= daysAfter; dayOffset++) {
    const dayOfWeek = (((today + dayOffset + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
    const fullness = dayOffset <= 0 ? 0.75 : 0.7 * (1 - dayOffset / (daysAfter + 1));
    for (const window of WEEK.filter((w) => w.dayOfWeek === dayOfWeek)) {
      for (let minute = window.startMinute; minute + 90 <= window.endMinute; minute += 90) {
        if (draw() > fullness) continue;
        const startsAt = new Date((today + dayOffset) * DAY_MS + minute * 60_000 - OFFSET_MS);
        found.push({ startsAt, dayOffset, pick: draw() });
      }
    }
  }
  return found;
}

/** Time of Ana's own: supervision, training, a group, every week; never over a meeting. */
export function blocks(
  now: number,
  daysBefore: number,
  daysAfter: number,
): { startsAt: Date; minutes: number; title: string }[] {
  const today = Math.floor((now + OFFSET_MS) / DAY_MS);
  const found = [];
  for (let dayOffset = -daysBefore; dayOffset <= daysAfter; dayOffset++) {
    const dayOfWeek = (((today + dayOffset + 4) % 7) + 7) % 7;
    const own = OWN_TIME.find((one) => one.dayOfWeek === dayOfWeek);
    if (!own) continue;
    const startsAt = new Date((today + dayOffset) * DAY_MS + own.minute * 60_000 - OFFSET_MS);
    found.push({ startsAt, minutes: own.minutes, title: own.title });
  }
  return found;
}

/** Between the stretches of `WEEK`, or after the last start in them. */
const OWN_TIME = [
  { dayOfWeek: 2, minute: 12 * 60, minutes: 90, title: "Supervisão" },
  { dayOfWeek: 4, minute: 12 * 60 + 30, minutes: 60, title: "Academia" },
  { dayOfWeek: 5, minute: 18 * 60, minutes: 60, title: "Grupo de estudos" },
] as const;
