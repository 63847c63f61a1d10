import type { Refusal } from "../sent.ts";

type Meaning = { reason: Refusal; retryAfterSeconds?: number };

/** developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes, as of May 2026. */
const CODES: Record<number, Meaning> = {
  // Of the person: another channel reaches them, or none.
  131026: { reason: "no_whatsapp" },
  130472: { reason: "refused" }, // in an experiment of Meta's; their number has WhatsApp
  130497: { reason: "refused" }, // no business may write to their country
  131047: { reason: "outside_window" },
  131050: { reason: "opted_out" },
  // Too much at once.
  131049: { reason: "slow_down", retryAfterSeconds: 6 * 3600 }, // enough for this person, for now
  131056: { reason: "slow_down", retryAfterSeconds: 60 }, // to this pair of numbers
  130429: { reason: "slow_down", retryAfterSeconds: 30 },
  80007: { reason: "slow_down", retryAfterSeconds: 60 },
  4: { reason: "slow_down", retryAfterSeconds: 60 },
  // Of our account: nothing goes until somebody has acted.
  131048: { reason: "account_stopped" },
  131031: { reason: "account_stopped" },
  131037: { reason: "account_stopped" },
  131042: { reason: "account_stopped" },
  131045: { reason: "account_stopped" },
  131005: { reason: "account_stopped" },
  133010: { reason: "account_stopped" },
  368: { reason: "account_stopped" },
  190: { reason: "account_stopped" },
  33: { reason: "account_stopped" },
  10: { reason: "account_stopped" },
  3: { reason: "account_stopped" },
  0: { reason: "account_stopped" },
  // Of theirs, and it passes.
  131000: { reason: "provider_down" },
  131016: { reason: "provider_down" },
  131057: { reason: "provider_down" },
  133004: { reason: "provider_down" },
  1: { reason: "provider_down" },
  2: { reason: "provider_down" },
};

/** What an error of the Cloud API means for the message. Codes that nobody knows yet are a plain refusal. */
export function meaningOf(code: number): Meaning {
  const known = CODES[code];
  if (known) return known;
  if (code >= 132_000 && code < 133_000) return { reason: "template_wrong" };
  if (code >= 200 && code < 300) return { reason: "account_stopped" }; // permissions
  return { reason: "refused" };
}
