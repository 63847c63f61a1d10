import { getCalendarFileInput, getCalendarFileOutput } from "@odys/shared/booking/calendar-schema";
import { router } from "../../trpc/init.ts";
import { publicProcedure } from "../../trpc/ladder.ts";
import { getCalendarFile } from "./get-calendar-file.ts";

/** Appointments in people's own calendars. `doors/calendar.ts` answers with the file itself. */
export const calendarRouter = router({
  getCalendarFile: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/booking/manage/{token}/calendar" } })
    .input(getCalendarFileInput)
    .output(getCalendarFileOutput)
    .query(({ ctx, input }) => getCalendarFile(ctx, input)),
});
