/** Hours of a day in the professional's wall time, `HH:mm`; the end may be `24:00`. */
export interface TimeWindow {
  startTime: string;
  endTime: string;
}

/** Hours of every such day of the week; 0 is Sunday. */
export interface WeeklyWindow extends TimeWindow {
  dayOfWeek: number;
}

/** Other hours on one local date, in place of the week's and of a holiday; none: closed. */
export interface DateException {
  date: string;
  windows: readonly TimeWindow[];
}

/** Time that is taken, epoch ms, half open `[start, end)`, with the buffers of whatever takes it. */
export interface BusyRange {
  start: number;
  end: number;
}

/** What is to be booked. Buffers must be free too, but may lie outside of the hours. */
export interface SlotService {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Elapsed time, not wall time, from now to the earliest start. */
  noticeMinutes: number;
  /** The last day that can be booked is this many local days after today. */
  horizonDays: number;
}

/** Most appointments of a local day, and of a week from Monday to Sunday. */
export interface SlotCaps {
  perDay?: number | undefined;
  perWeek?: number | undefined;
  /** Appointments there already are, by local date: for a week's cap, of whole weeks. */
  booked: ReadonlyMap<string, number>;
}

/** Everything that decides whether an instant can be booked. */
export interface SlotRules {
  /** The professional's IANA zone: dates and wall times are meant there. */
  zone: string;
  weekly: readonly WeeklyWindow[];
  /** Of two for one date the later in the list counts. */
  exceptions?: readonly DateException[];
  /** Local dates that are closed unless an exception opens them. */
  holidays?: ReadonlySet<string>;
  /** In any order; they may overlap. */
  busy: readonly BusyRange[];
  service: SlotService;
  caps?: SlotCaps | undefined;
  /** Slots of a window start at its start and every so many minutes of elapsed time after. */
  stepMinutes: number;
  /** Epoch ms. */
  now: number;
}

/** The same over a range of the professional's local dates, both included. */
export interface SlotQuery extends SlotRules {
  from: string;
  to: string;
}

/** RangeError for figures with which no answer would make sense. */
export function assertRules({ service, stepMinutes, now }: SlotRules): void {
  const atLeast = (least: number, name: string, value: number) => {
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`${name} must be an integer of at least ${least}: ${value}`);
  };
  atLeast(1, "stepMinutes", stepMinutes);
  atLeast(1, "durationMinutes", service.durationMinutes);
  atLeast(0, "bufferBeforeMinutes", service.bufferBeforeMinutes);
  atLeast(0, "bufferAfterMinutes", service.bufferAfterMinutes);
  atLeast(0, "noticeMinutes", service.noticeMinutes);
  atLeast(0, "horizonDays", service.horizonDays);
  if (!Number.isSafeInteger(now)) throw new RangeError(`now must be epoch ms: ${now}`);
}
