import * as z from "zod";

/** `token`: the secret of the appointment's manage link. */
export const getCalendarFileInput = z.strictObject({ token: z.string().min(1).max(100) });
/** A file of RFC 5545. */
export const getCalendarFileOutput = z.object({ content: z.string() });

export type GetCalendarFileInput = z.infer<typeof getCalendarFileInput>;
export type CalendarFile = z.infer<typeof getCalendarFileOutput>;
