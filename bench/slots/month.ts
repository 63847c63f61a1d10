import type { SlotQuery } from "@odys/shared/booking/rules";

const HOUR = 3_600_000;
const OFFICE = ["09:00-12:00", "13:00-18:00"];

/**
 * The question of figure 1: a month in which clocks change, six working days a week, a service of
 * 30 minutes every 15, and 40 appointments of 30 to 60 minutes spread over it.
 */
export function month(zone = "America/New_York"): SlotQuery {
  const first = Date.UTC(2026, 2, 2, 14); // a Monday, at nine or ten in New York
  return {
    zone,
    from: "2026-03-01",
    to: "2026-03-31",
    weekly: [1, 2, 3, 4, 5, 6].flatMap((dayOfWeek) =>
      OFFICE.map((span) => {
        const [startTime = "", endTime = ""] = span.split("-");
        return { dayOfWeek, startTime, endTime };
      }),
    ),
    busy: Array.from({ length: 40 }, (_, index) => {
      const start = first + index * 17.5 * HOUR;
      return { start, end: start + (index % 2 === 0 ? 0.5 : 1) * HOUR };
    }),
    service: {
      durationMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      noticeMinutes: 120,
      horizonDays: 60,
    },
    stepMinutes: 15,
    now: Date.UTC(2026, 1, 20, 12),
  };
}
