/**
 * What a guest without an account has to do before a time is theirs, decided in this one place.
 *
 * A name, a number and an address are free to invent, so they are never what is counted or asked
 * about: an answer that depended on them would stop nobody and tell strangers whom a practice knows.
 * What counts is what costs something: work, a network, a mailbox, an account.
 */

/** Who stands behind a booking: an account, a mailbox, work alone, or so far nobody. */
export const VOUCHERS = ["account", "mail", "work", "none"] as const;
export type Voucher = (typeof VOUCHERS)[number];

/** What a practice asks of guests: work, or work and a mailbox that confirms. */
export type GuestPolicy = "work" | "mail";

/** Waiting means: a request without an answer, or a hold that has not run out. */
export const GUEST_CAPS = {
  /** Behind which only work stands, of one network at one practice: waiting, or of the last day. */
  workPerNetwork: 3,
  /** Waiting, of one network at one practice, whatever stands behind; and of one account. */
  openPerNetwork: 8,
  openPerAccount: 5,
  /** Holds for which nothing was worked out: of one network, and at a practice altogether. */
  bareHoldsPerNetwork: 2,
  bareHoldsPerPractice: 5,
  /**
   * Holds at a practice, however dearly they were paid for: from there on each network has one at most,
   * so that nobody is shut out by others.
   */
  holdsPerPractice: 40,
  /** From so many holds at a practice on they are brief. */
  longHoldsPerPractice: 20,
  /** Waiting at one practice for one mailbox that has confirmed. */
  openPerMailbox: 3,
} as const;

/** From this share of what a practice lets wait, guests confirm by mail: work alone cannot fill it. */
const WORK_SHARE = 0.5;
/** How much dearer it may have become while a device was at work: two doublings. */
const SLACK = 4;

/** What waits at a practice without the booking in question. `here` is this network, or this account. */
export interface GuestCounts {
  /** Behind which only work stands: waiting or of the last day, from here. */
  workHere: number;
  openHere: number;
  bareHoldsHere: number;
  bareHolds: number;
  holds: number;
  /** Requests behind which only work stands. */
  workOpen: number;
  /** Without mailbox or account: waiting or of the last day, from here; waiting or of the last hour, at all. */
  pressureHere: number;
  pressure: number;
}

export interface GuestRules {
  policy: GuestPolicy;
  maxPending: number;
  /** Hashes of a booking when nothing presses. */
  work: number;
  /** How many times each cap; 1 but for crowds that share an address, tests among them. */
  times: number;
}

/**
 * Hashes that a booking costs now. It doubles with each of the network's own from the second on (the
 * first alone would tell a household that one of it has booked), and with every four at the practice,
 * up to sixteen times: that much is paid elsewhere, too.
 */
export function workNow(counts: GuestCounts, { work, times }: GuestRules): number {
  const own = Math.min(Math.max(0, counts.pressureHere / times - 1), 8);
  const all = Math.min(Math.floor(counts.pressure / times / 4), 4);
  return Math.ceil(work * 2 ** own * 2 ** all);
}

/** Whether work alone is not enough here and now, whoever it is. */
export function needsMail(counts: GuestCounts, rules: GuestRules): boolean {
  return (
    rules.policy === "mail" ||
    counts.workHere >= GUEST_CAPS.workPerNetwork * rules.times ||
    counts.workOpen >= Math.ceil(rules.maxPending * Math.min(1, WORK_SHARE * rules.times))
  );
}

/** How long a time is kept for somebody who has to look into their mail first, in milliseconds. */
export function holdFor(counts: GuestCounts, { times }: GuestRules): number {
  const brief = counts.holds >= GUEST_CAPS.longHoldsPerPractice * times;
  return (brief ? 10 : 30) * 60_000;
}

export interface Guest {
  by: Exclude<Voucher, "mail">;
  /** Hashes that the proof took on average; 0 without one. */
  work: number;
  email: boolean;
}

/**
 * `book` it as any other; `hold` it until the mailbox confirms; or why neither: a (better) proof is
 * needed, or an address, or too much waits already. It depends on nothing that a practice knows.
 */
export function checkGuest(
  guest: Guest,
  counts: GuestCounts,
  rules: GuestRules,
): "book" | "hold" | "proof" | "email" | "too_many" {
  const over = (count: number, cap: keyof typeof GUEST_CAPS) =>
    count >= GUEST_CAPS[cap] * rules.times;
  if (guest.by === "account") return over(counts.openHere, "openPerAccount") ? "too_many" : "book";
  if (guest.by === "none") {
    if (!guest.email) return "proof";
    // A device that can work may go on; one that cannot has to wait for others' holds to end.
    const bare =
      over(counts.bareHoldsHere, "bareHoldsPerNetwork") ||
      over(counts.bareHolds, "bareHoldsPerPractice");
    if (bare) return "proof";
  } else if (guest.work * SLACK < workNow(counts, rules)) return "proof";
  if (over(counts.openHere, "openPerNetwork")) return "too_many";
  if (guest.by === "work" && !needsMail(counts, rules)) return "book";
  if (!guest.email) return "email";
  return over(counts.holds, "holdsPerPractice") && counts.openHere > 0 ? "too_many" : "hold";
}
