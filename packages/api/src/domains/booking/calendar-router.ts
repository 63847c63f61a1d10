import {
  calendarFeedInput,
  calendarFeedOutput,
  getCalendarFileInput,
  getCalendarFileOutput,
  ownAppointmentsInput,
  ownAppointmentsOutput,
} from "@odys/shared/booking/calendar-schema";
import { router } from "../../trpc/init.ts";
import { clientProcedure, publicProcedure, userProcedure } from "../../trpc/ladder.ts";
import { closeCalendarFeed } from "./close-calendar-feed.ts";
import { getCalendarFeed } from "./get-calendar-feed.ts";
import { getCalendarFile } from "./get-calendar-file.ts";
import { listOwnAppointments } from "./list-own-appointments.ts";
import { readCalendarFeed } from "./read-calendar-feed.ts";
import { renewCalendarFeed } from "./renew-calendar-feed.ts";

/** Appointments in people's own calendars. `doors/calendar.ts` answers with the files themselves. */
export const calendarRouter = router({
  getCalendarFile: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/booking/manage/{token}/calendar" } })
    .input(getCalendarFileInput)
    .output(getCalendarFileOutput)
    .query(({ ctx, input }) => getCalendarFile(ctx, input)),

  readCalendarFeed: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/booking/feeds/{token}" } })
    .input(getCalendarFileInput)
    .output(getCalendarFileOutput)
    .query(({ ctx, input }) => readCalendarFeed(ctx, input)),

  getCalendarFeed: userProcedure
    .meta({ openapi: { method: "GET", path: "/calendar-feed" } })
    .input(calendarFeedInput)
    .output(calendarFeedOutput)
    .query(({ ctx, input }) => getCalendarFeed(ctx, input)),

  renewCalendarFeed: userProcedure
    .meta({ openapi: { method: "POST", path: "/calendar-feed/renew" } })
    .input(calendarFeedInput)
    .output(calendarFeedOutput)
    .mutation(({ ctx, input }) => renewCalendarFeed(ctx, input)),

  closeCalendarFeed: userProcedure
    .meta({ openapi: { method: "POST", path: "/calendar-feed/close" } })
    .input(calendarFeedInput)
    .output(calendarFeedOutput)
    .mutation(({ ctx, input }) => closeCalendarFeed(ctx, input)),

  listOwnAppointments: clientProcedure
    .meta({ openapi: { method: "GET", path: "/own-appointments" } })
    .input(ownAppointmentsInput)
    .output(ownAppointmentsOutput)
    .query(({ ctx }) => listOwnAppointments(ctx)),
});
