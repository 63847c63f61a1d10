import { DAY_MS } from "./calendar.ts";
import { Temporal } from "./time.ts";

/** A stretch of time in which a zone keeps one offset: epoch ms, half open; offset in ms east. */
export interface Era {
  from: number;
  until: number;
  offset: number;
}

/** Enough for 100 years of daylight saving; what is dropped is only computed again. */
const MAX_ERAS = 256;
const MAX_ZONES = 1024;

/**
 * A time zone as arithmetic. Temporal says once where an offset begins and ends; in between an
 * answer is an addition. Instants are epoch ms. A wall time is a number too: the ms since
 * 1970-01-01T00:00 that a clock on the wall has counted, that is, the epoch ms it would show in UTC.
 */
class Zone {
  readonly #name: string;
  #eras: Era[] = [];
  #last: Era;

  constructor(name: string) {
    this.#name = name;
    this.#last = this.#readEra(0);
  }

  /** What the clock on the wall shows at an instant. */
  wallAt(instant: number): number {
    return instant + this.#eraAt(instant).offset;
  }

  /** The local day (count since 1970-01-01) of an instant. */
  dayAt(instant: number): number {
    return Math.floor(this.wallAt(instant) / DAY_MS);
  }

  /**
   * The first instant at which the wall shows this time or a later one. So a time that clocks go
   * through twice is the earlier one, one that they skip is the moment they jump, and of a day that
   * a zone left out (Apia, 2011-12-30) every time is the same moment.
   */
  instantAt(wall: number): number {
    // No offset reaches a day, so a day before nothing has begun that matters here.
    let era = this.#eraAt(wall - DAY_MS);
    while (wall - era.offset >= era.until) era = this.#eraAt(era.until);
    return Math.max(wall - era.offset, era.from);
  }

  /** The stretches of one offset each that touch `[from, until)`, in order. */
  erasWithin(from: number, until: number): Era[] {
    const eras = [this.#eraAt(from)];
    for (let era = eras[0] as Era; era.until < until; eras.push(era)) era = this.#eraAt(era.until);
    return eras;
  }

  #eraAt(instant: number): Era {
    const last = this.#last;
    if (last.from <= instant && instant < last.until) return last;
    return (this.#last = this.#eras.find(covers(instant)) ?? this.#readEra(instant));
  }

  #readEra(instant: number): Era {
    const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(
      this.#name,
    );
    const until = there.getTimeZoneTransition("next")?.epochMilliseconds ?? Infinity;
    // "previous" is strictly before: ask from the end, so that a transition's own instant counts.
    const before = there.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
    const era: Era = {
      from: before?.epochMilliseconds ?? -Infinity,
      until,
      offset: there.offsetNanoseconds / 1e6,
    };
    if (this.#eras.length >= MAX_ERAS) this.#eras = [];
    this.#eras.push(era);
    return era;
  }
}

function covers(instant: number) {
  return (era: Era) => era.from <= instant && instant < era.until;
}

const zones = new Map<string, Zone>();

export type { Zone };

/** The zone of an IANA name. RangeError when there is none of that name. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = new Zone(name);
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(name, zone);
  }
  return zone;
}
