import { groupByDate } from "@odys/shared/booking/days";
import type { FreeDays, ListDaysInput } from "@odys/shared/booking/rules-schema";
import { listSlots } from "@odys/shared/booking/slots";
import { DAY_MS, dateOfDay, dayOfDate } from "@odys/shared/kernel/calendar";
import type { Ctx } from "../../kernel/ctx.ts";
import { readDesk } from "./read-desk.ts";

/**
 * Which days of a range have free slots of a service, and how many: what marks a calendar, in a
 * fraction of the bytes of the slots. Days are the viewer's where a zone is given. NOT_FOUND,
 * NOT_BOOKABLE.
 */
export async function listDays(
  ctx: Ctx,
  { slug, serviceId, from, to, zone: viewer }: ListDaysInput,
): Promise<FreeDays> {
  const { rules } = await readDesk(ctx, {
    slug,
    serviceId,
    // Wherever practice and viewer are, their days lie within these.
    from: Date.parse(from) - 2 * DAY_MS,
    until: Date.parse(to) + 3 * DAY_MS,
  });
  const zone = viewer ?? rules.zone;
  // A day of the viewer's lies in up to three of the practice's.
  const beyond = zone === rules.zone ? 0 : 1;
  const slots = listSlots({
    ...rules,
    from: dateOfDay(dayOfDate(from) - beyond),
    to: dateOfDay(dayOfDate(to) + beyond),
  });
  const days = groupByDate(slots, zone).filter(({ date }) => from <= date && date <= to);
  return { zone, days: days.map(({ date, slots: free }) => ({ date, free: free.length })) };
}
