import { groupByDate } from "@odys/shared/booking/days";
import type { ListSlotsByTokenInput } from "@odys/shared/booking/life-schema";
import type { FreeSlots } from "@odys/shared/booking/schema";
import { listSlots } from "@odys/shared/booking/slots";
import { DAY_MS } from "@odys/shared/kernel/calendar";
import { isoOf } from "@odys/shared/kernel/instants";
import type { Ctx } from "../../kernel/ctx.ts";
import { openLink, wishOf } from "./manage-queries.ts";
import { readDesk } from "./read-desk.ts";

/**
 * Where the appointment of a link could be moved: as `listSlots`, but with its own length, and its
 * own time counts as free. NOT_FOUND, LINK_EXPIRED, NOT_BOOKABLE.
 */
export async function listSlotsByToken(
  ctx: Ctx,
  { token, from, to }: ListSlotsByTokenInput,
): Promise<FreeSlots> {
  const row = await openLink(ctx, token);
  const wish = wishOf(row);
  const span = { from: Date.parse(from) - DAY_MS, until: Date.parse(to) + 2 * DAY_MS };
  const { rules } = await readDesk(ctx, { ...wish, ...span });
  const starts = listSlots({ ...wish.adapt(rules), from, to });
  return {
    zone: rules.zone,
    durationMinutes: row.durationMinutes,
    days: groupByDate(starts, rules.zone).map(({ date, slots }) => ({
      date,
      slots: isoOf(slots),
    })),
  };
}
