import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import * as z from "zod";

/**
 * Reads a phone number as people type it into E.164 ("+5511987654321"), or null.
 * A number without a country prefix is read as one of `country` (ISO 3166, Brazil by default); a
 * Brazilian mobile in its old form gets its ninth digit.
 */
export function toE164(text: string, country: "BR" | "PT" | "US" = "BR"): string | null {
  // What was written before a change of the plan may be no possible number any more.
  const parsed = parsePhoneNumberFromString(
    canonicalPhone(text.replaceAll(/[\s().-]/g, "")),
    country,
  );
  return parsed?.isPossible() ? canonicalPhone(parsed.number) : null;
}

/**
 * Countries where one mobile goes by two numbers. Brazil: a nine before the eight digits of old, which
 * began with 6 to 9 (Anatel, resolution 553/2010); landlines begin with 2 to 5 and gained none. Mexico:
 * a one after the country code until 2019, which WhatsApp still writes. Argentina: a nine when it is
 * called from abroad. Each as written today, and as once or elsewhere.
 */
const PAIRS = [
  { now: /^(\+55[1-9]\d)9([6-9]\d{7})$/, old: /^(\+55[1-9]\d)([6-9]\d{7})$/, between: ["9", ""] },
  { now: /^(\+52)([2-9]\d{9})$/, old: /^(\+52)1([2-9]\d{9})$/, between: ["", "1"] },
  { now: /^(\+54)9([1-8]\d{9})$/, old: /^(\+54)([1-8]\d{9})$/, between: ["9", ""] },
] as const;

/** Every number by which whoever has this one (E.164) may be known, the one of today first. */
export function phoneVariants(e164: string): string[] {
  for (const { now, old, between } of PAIRS) {
    const found = now.exec(e164) ?? old.exec(e164);
    if (found) return between.map((digit) => `${found[1]}${digit}${found[2]}`);
  }
  return [e164];
}

/** The number as it is kept: Brazil's and Mexico's mobiles as they are written today. */
export function canonicalPhone(e164: string): string {
  // Whether an Argentine number is a mobile cannot be told from it.
  return e164.startsWith("+54") ? e164 : (phoneVariants(e164)[0] ?? e164);
}

/** Whether a number can have WhatsApp on a phone: a Brazilian landline cannot be told so from afar. */
export function isMobile(e164: string): boolean {
  return (
    !e164.startsWith("+55") || phoneVariants(e164).length > 1 || /^\+55[1-9]\d9\d{8}$/.test(e164)
  );
}

/** ISO 3166 of the country whose number it is, or null. */
export function countryOf(e164: string): string | null {
  return parsePhoneNumberFromString(e164)?.country ?? null;
}

/** "(11) 98765-4321" for a Brazilian number, international form for the others. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === "BR" ? parsed.formatNational() : parsed.formatInternational();
}

/** A phone as typed; the output is E.164. */
export const phone = z
  .string()
  .trim()
  .max(32)
  .transform((text, ctx) => {
    const e164 = toE164(text);
    if (e164) return e164;
    ctx.addIssue({ code: "custom", message: "phone" });
    return z.NEVER;
  });

/** A phone on its way out. */
export const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);
