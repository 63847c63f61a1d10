import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant, timeZone } from "../kernel/wire.ts";
import { APPOINTMENT_STATUSES } from "./status.ts";

/** `token`: the secret of the appointment's manage link, or of a feed's address. */
export const getCalendarFileInput = z.strictObject({ token: z.string().min(1).max(100) });
/** A file of RFC 5545. */
export const getCalendarFileOutput = z.object({ content: z.string() });

/** What a feed is of: one's own practice, or what one has booked as somebody's client. */
export const FEED_SIDES = ["professional", "client"] as const;

export const calendarFeedInput = z.strictObject({ side: z.enum(FEED_SIDES) });
/** The secret address that calendars read, and since when it is that one; null where there is none. */
export const calendarFeedOutput = z.object({
  url: z.url().nullable(),
  createdAt: instant.nullable(),
});

export const ownAppointmentsInput = z.strictObject({});
/** What somebody has booked, as far as it lies ahead, the nearest first. */
export const ownAppointmentsOutput = z.object({
  items: z.array(
    z.object({
      id,
      status: z.enum(APPOINTMENT_STATUSES),
      startsAt: instant,
      endsAt: instant,
      serviceName: z.string(),
      professionalName: z.string(),
      slug: z.string(),
      zone: timeZone,
      manageToken: z.string(),
    }),
  ),
});

export type GetCalendarFileInput = z.infer<typeof getCalendarFileInput>;
export type CalendarFile = z.infer<typeof getCalendarFileOutput>;
export type CalendarFeedInput = z.infer<typeof calendarFeedInput>;
export type CalendarFeed = z.infer<typeof calendarFeedOutput>;
export type FeedSide = CalendarFeedInput["side"];
export type OwnAppointments = z.infer<typeof ownAppointmentsOutput>;
