import { groupByDate } from "@odys/shared/booking/days";
import type { FreeSlots, ListSlotsInput } from "@odys/shared/booking/schema";
import { listSlots as freeSlots } from "@odys/shared/booking/slots";
import { DAY_MS } from "@odys/shared/kernel/calendar";
import { isoOf } from "@odys/shared/kernel/instants";
import type { Ctx } from "../../kernel/ctx.ts";
import { readDesk } from "./read-desk.ts";

/**
 * The free slots of a service, by day of the professional's zone. Never what is booked, and the same
 * whoever looks from wherever. NOT_FOUND, NOT_BOOKABLE.
 */
export async function listSlots(
  ctx: Ctx,
  { slug, serviceId, from, to }: ListSlotsInput,
): Promise<FreeSlots> {
  const { service, rules } = await readDesk(ctx, {
    slug,
    serviceId,
    // Wherever the practice is, its days lie within these: which zone it has is read with the rest.
    from: Date.parse(from) - DAY_MS,
    until: Date.parse(to) + 2 * DAY_MS,
  });
  const days = groupByDate(freeSlots({ ...rules, from, to }), rules.zone);
  return {
    zone: rules.zone,
    durationMinutes: service.durationMinutes,
    days: days.map(({ date, slots }) => ({
      date,
      slots: isoOf(slots),
    })),
  };
}
