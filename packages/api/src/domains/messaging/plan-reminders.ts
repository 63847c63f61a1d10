import { deliveries } from "@odys/db/schema/messaging/deliveries";
import { entitlements } from "@odys/shared/billing/plans";
import type { Channel } from "@odys/shared/messaging/delivery";
import { remindersOf } from "@odys/shared/messaging/reminders";
import { REMINDERS } from "@odys/shared/messaging/templates";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { insertPlans, type Plan } from "./delivery-queries.ts";
import { type AppointmentNews, readNews } from "./queries.ts";

/**
 * Makes the reminders of an appointment what they have to be now: those that are missing are planned,
 * those of another time or of one that is off are dropped unsent. May run any number of times, side
 * by side as well: a reminder is one row for one start and one lead. Returns how many are new.
 */
export async function planReminders(ctx: Ctx, appointmentId: string): Promise<number> {
  return withSystemTransaction(ctx, async (tx, inner) => {
    const news = await readNews(tx, appointmentId);
    const plans = news ? plansOf(inner, news) : [];
    const keys = plans.map(({ dedupeKey }) => dedupeKey);
    await tx
      .update(deliveries)
      .set({
        state: "dropped",
        reason: "moved_on",
        nextAt: null,
        updatedAt: new Date(ctx.clock.now()),
      })
      .where(
        and(
          eq(deliveries.appointmentId, appointmentId),
          inArray(deliveries.template, [...REMINDERS]),
          eq(deliveries.state, "queued"),
          isNull(deliveries.channel),
          keys.length > 0 ? notInArray(deliveries.dedupeKey, keys) : undefined,
        ),
      );
    return insertPlans(inner, plans);
  });
}

function plansOf(ctx: Ctx, news: AppointmentNews): Plan[] {
  const { appointment, professional, client, settings, recipients } = news;
  const now = ctx.clock.now();
  const { plan, trialEndsAt, zone } = professional;
  const rights = entitlements(plan, trialEndsAt?.getTime() ?? null, now);
  if (appointment.status !== "confirmed" || !rights.has("reminders")) return [];
  const minutes = appointment.serviceReminders ?? settings.reminderMinutes;
  const startsAt = appointment.startsAt.toISOString();
  const channels: Channel[] = recipients.client.userId
    ? [...settings.clientChannels, "in_app"]
    : settings.clientChannels;
  return remindersOf(appointment.startsAt.getTime(), { ...settings, minutes, zone }, now).map(
    (reminder): Plan => ({
      professionalId: professional.id,
      appointmentId: appointment.id,
      clientId: client.id,
      audience: "client",
      template: reminder.template,
      locale: recipients.client.locale,
      params: { status: "confirmed", startsAt },
      dedupeKey: `reminder:${appointment.id}:${startsAt}:${reminder.minutes}`,
      channels: [...new Set(channels)],
      notBefore: new Date(reminder.at),
      notAfter: new Date(reminder.notAfter),
    }),
  );
}
