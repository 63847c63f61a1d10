import * as z from "zod";

/**
 * The one wire shape of every door (house.md): plain JSON, no transformer.
 */

/** An instant: ISO 8601 in UTC, with milliseconds, as `Date.prototype.toISOString` writes it. */
export const instant = z.iso.datetime({ offset: false });

/** A local date `YYYY-MM-DD`. */
export const localDate = z.iso.date();

/** A local wall-clock time `HH:mm`; `24:00` is the end of a day. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

// What Intl takes besides is no zone everywhere: offsets such as "+03:00" know no DST, and old
// abbreviations ("PST", "SystemV/AST4") mean nothing to Temporal or to the database.
const ZONE =
  /^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|Brazil|Canada|Chile|Mexico|US)\/[A-Za-z0-9_+\-/]+)$/i;
function isZone(name: string): boolean {
  if (!ZONE.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** An IANA time zone name such as `America/Sao_Paulo`. */
export const timeZone = z.string().max(64).refine(isZone, { message: "zone" });

/** Cursor pagination: the cursor is opaque, the page bounded. */
export const page = {
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
};

/** A list and where to go on; `nextCursor` is null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Text of one line without control characters, trimmed, as people type names. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, { message: "line" });
}

/** Text of several lines; of the control characters only line breaks and tabs. */
export function prose(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$|^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, {
      message: "prose",
    });
}

/** An e-mail address, lower case, as it is stored and compared. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const LOCALES = ["pt-BR", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const locale = z.enum(LOCALES);
