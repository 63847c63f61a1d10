import * as z from "zod";

/** How many times somebody can be reminded of one appointment. */
export const MAX_REMINDERS = 5;

/** Minutes before the start at which clients are reminded, 5 minutes to two weeks, the earliest first. */
export const reminderMinutes = z
  .array(z.int().min(5).max(20_160))
  .max(MAX_REMINDERS)
  .transform((list) => [...new Set(list)].toSorted((a, b) => b - a));
