import type { HolidayList, ListHolidaysInput } from "@odys/shared/booking/rules-schema";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";
import { holidaysBetween } from "../../kernel/holidays.ts";
import { getRules } from "./get-rules.ts";

/** Public holidays of a range of dates with their names, of the practice's calendar unless another is asked for. */
export async function listHolidays(
  ctx: ProfessionalCtx,
  { from, to, calendar: other }: ListHolidaysInput,
): Promise<HolidayList> {
  const calendar = other ?? (await getRules(ctx)).holidays;
  return { calendar, holidays: await holidaysBetween(calendar, from, to) };
}
