/** How a guest without an account shows that they mean it: by work that their device does, or also by a link in a mail. */
export const GUEST_CHECKS = ["work", "mail"] as const;

/** Whose public holidays close the agenda. */
export const HOLIDAY_CALENDARS = ["none", "BR", "PT", "US", "GB", "ES", "AR", "MX", "IN"] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

/** What of appointments a professional may want no mail about; in the app they are told all the same. */
export const MAIL_TOPICS = ["requested", "booked", "moved", "cancelled"] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];
