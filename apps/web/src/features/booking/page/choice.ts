import { monthOf } from "./month.ts";

/**
 * What is chosen so far. It stands in the address: Back goes back one step, a reload loses nothing,
 * a link can lead straight to one service, and without JavaScript every choice is such a link.
 */
export interface Wish {
  service?: string | undefined;
  /** YYYY-MM and YYYY-MM-DD, in the zone that is shown. */
  month?: string | undefined;
  day?: string | undefined;
  /** ISO instant. */
  slot?: string | undefined;
  /** The zone that is shown, where it is not the professional's. */
  zone?: string | undefined;
  /** On the page of an appointment: what is done with it. */
  act?: "move" | "cancel" | undefined;
  /** The appointment whose confirmation is shown. */
  booked?: string | undefined;
}

const ACTS = ["move", "cancel"] as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** Reads an address; whatever is not written as it should be was not chosen. */
export function readWish(query: { get(name: string): string | null }): Wish {
  const given = (name: string) => query.get(name) ?? undefined;
  const dated = (text: string | undefined, whole: string) =>
    text !== undefined && /^\d{4}-\d\d-\d\d$/.test(whole) && !Number.isNaN(Date.parse(whole))
      ? text
      : undefined;
  const [month, day, slot, zone] = ["month", "day", "slot", "zone"].map(given);
  return {
    service: given("service"),
    month: dated(month, `${month}-01`),
    day: dated(day, `${day}`),
    slot:
      slot && INSTANT.test(slot) && !Number.isNaN(Date.parse(slot))
        ? new Date(slot).toISOString()
        : undefined,
    zone: zone && isZone(zone) ? zone : undefined,
    act: ACTS.find((act) => act === given("act")),
    booked: given("booked"),
  };
}

/** The address of a choice; `path` is that of the page. What a day or a slot says already is left out. */
export function addressOf(path: string, { month, ...wish }: Wish): string {
  const params = new URLSearchParams();
  const said = wish.day && month === monthOf(wish.day) ? undefined : month;
  for (const [name, value] of Object.entries({ ...wish, month: said }))
    if (value) params.set(name, value);
  return params.size > 0 ? `${path}?${params}` : path;
}

function isZone(name: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
