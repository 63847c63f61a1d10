import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import * as z from "zod";

/**
 * Reads a phone number as people type it into E.164 ("+5511987654321"), or null.
 * A number without a country prefix is read as one of `country` (ISO 3166, Brazil by default).
 */
export function toE164(text: string, country: "BR" | "PT" | "US" = "BR"): string | null {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isPossible() ? parsed.number : null;
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
