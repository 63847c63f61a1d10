import { entitlements } from "@odys/shared/billing/plans";
import { openChannels, type Reach } from "@odys/shared/messaging/channels";
import type { Channel } from "@odys/shared/messaging/delivery";
import { isMuted, type Notice } from "@odys/shared/messaging/rules";
import type { Ctx } from "../../kernel/ctx.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { insertPlans, type Plan } from "./delivery-queries.ts";
import type { AppointmentNews } from "./queries.ts";

const HOUR_MS = 3_600_000;

type News = {
  news: AppointmentNews;
  notices: readonly Notice[];
  /** When it was before, of one that was moved. */
  movedFrom?: string;
  /** Of the event: heard twice, it is told once. */
  eventId: string;
};

/**
 * Writes down who is sent what about an appointment. A client has it in writing by mail, with the entry
 * for their calendar, and on WhatsApp, where they look; which of the two, the practice says. Professionals
 * hear by mail of what they have not muted.
 */
export async function planNews(
  ctx: Ctx,
  { news, notices, movedFrom, eventId }: News,
): Promise<void> {
  const { appointment, professional, client } = news;
  const now = ctx.clock.now();
  const startsAt = appointment.startsAt.toISOString();
  const until = Math.min(
    now + 24 * HOUR_MS,
    Math.max(appointment.startsAt.getTime(), now + HOUR_MS),
  );
  const plans = notices.flatMap((notice) => {
    if (isMuted(notice, professional.mutedMails)) return [];
    const { to, mail: template } = notice;
    return waysFor(ctx, news, to).map((channels): Plan => ({
      professionalId: professional.id,
      appointmentId: appointment.id,
      clientId: client.id,
      audience: to,
      template,
      locale: news.recipients[to].locale,
      params: { status: appointment.status, startsAt, ...(movedFrom && { movedFrom }) },
      dedupeKey: `${eventId}:${to}:${template}:${channels[0]}`,
      channels,
      notBefore: new Date(now),
      notAfter: new Date(until),
    }));
  });
  await withSystemTransaction(ctx, (_, inner) => insertPlans(inner, plans));
}

/** Each list is one message, with the ways on which it is tried in turn. */
function waysFor(ctx: Ctx, news: AppointmentNews, to: Notice["to"]): Channel[][] {
  const { email, userId } = news.recipients[to];
  if (to === "professional") return email ? [["mail"]] : [];
  const { plan, trialEndsAt } = news.professional;
  const rights = entitlements(plan, trialEndsAt?.getTime() ?? null, ctx.clock.now());
  const reach: Reach = {
    phone: news.client.phone,
    email,
    userId,
    optedOut: news.client.optedOut,
    mayCost: rights.has("reminders"),
  };
  const open = openChannels(news.settings.clientChannels, reach);
  if (open.length === 0 && email) return [["mail"]];
  return open.map((channel) => [channel]);
}
