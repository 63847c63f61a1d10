import { appointmentFile } from "@odys/shared/booking/calendar-event";
import { calendarStatusOf } from "@odys/shared/booking/ics";
import { formatMoney } from "@odys/shared/kernel/money";
import type { Locale } from "@odys/shared/kernel/wire";
import { isAnswer, renderAnswer } from "@odys/shared/messaging/answers";
import type { AnyParams, MessageParams } from "@odys/shared/messaging/params";
import { renderMail, renderWhatsApp } from "@odys/shared/messaging/render";
import type { MailAttachment } from "@odys/shared/messaging/schema";
import { isForClient, isReminder, type Template } from "@odys/shared/messaging/templates";
import type { Mail } from "../../gateways/mail/port.ts";
import type { WhatsAppMessage } from "../../gateways/whatsapp/port.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import type { Claimed } from "./delivery-queries.ts";
import type { DueNews } from "./queries.ts";

export type Composed =
  | { channel: "whatsapp"; message: Omit<WhatsAppMessage, "key"> }
  | { channel: "mail"; mail: Omit<Mail, "dedupeKey"> };

/**
 * A message as it would leave now, by what is true now: links are made for it, the appointment goes
 * along with its mail. TypeError for a channel on which nothing is written.
 */
export function composeMessage(
  ctx: Ctx,
  { template, locale, audience, params }: Claimed,
  news: DueNews,
  channel: "whatsapp" | "mail",
): Composed {
  if (isAnswer(template)) {
    const { professional, client } = news;
    const who = { professionalName: professional.name, url: linkOf(ctx, "reminder1h", news) };
    const text = renderAnswer(template, locale, who);
    return {
      channel: "whatsapp",
      message: { to: client.phone, text, buttons: [], template: null, windowOpen: true },
    };
  }
  const told = paramsOf(ctx, template, locale, params, news) as MessageParams;
  const wording = news.wording ?? undefined;
  if (channel === "whatsapp") {
    const { text, buttons, template: registered } = renderWhatsApp(template, locale, told, wording);
    const { windowOpen } = news;
    const to = news.client.phone;
    return { channel, message: { to, text, buttons, template: registered, windowOpen } };
  }
  const to = news.recipients[audience].email ?? "";
  const attachment = attachmentOf(ctx, news, template, { email: to, locale });
  const mail = { to, ...renderMail(template, locale, told, wording) };
  return { channel, mail: { ...mail, ...(attachment && { attachments: [attachment] }) } };
}

function paramsOf(
  ctx: Ctx,
  template: Template,
  locale: Locale,
  given: Record<string, string>,
  news: DueNews,
): AnyParams {
  const { appointment, professional, clientName, message } = news;
  const people = {
    professionalName: professional.name,
    clientName,
    url: linkOf(ctx, template, news),
  };
  const text = message?.text ?? "";
  if (!appointment) return { ...people, text };
  const { priceAmount: amount, currency, reason } = appointment;
  const price = formatMoney({ amount, currency }, locale);
  const pending = appointment.status === "pending_confirmation";
  const expected = appointment.status === "confirmed";
  return {
    ...people,
    text,
    appointmentId: appointment.id,
    serviceName: appointment.serviceName,
    startsAt: appointment.startsAt.toISOString(),
    ...(given["movedFrom"] !== undefined && { movedFrom: given["movedFrom"] }),
    zone: professional.zone,
    duration: `${appointment.durationMinutes} min`,
    price: amount > 0 ? price : "",
    amount: price,
    // An address or a link is for those who are expected there.
    placeDetail: isForClient(template) && expected ? appointment.placeDetail : "",
    pending,
    reason: reason ?? "",
  };
}

/** Where the reader goes on: what is over is not to be managed any more, but another time can be chosen. */
function linkOf(
  { settings }: Ctx,
  template: Template,
  { appointment, professional }: DueNews,
): string {
  const { origin } = settings;
  if (template === "newMessageToClient") return `${origin}/c/messages`;
  if (template === "newMessageToPro") return `${origin}/dashboard/messages`;
  if (!isForClient(template)) return `${origin}/dashboard`;
  if (!appointment || calendarStatusOf(appointment.status) === "CANCELLED")
    return `${origin}/p/${professional.slug}`;
  return `${origin}/m/${linkToken(settings, "manage", appointment.id)}`;
}

/** The appointment for the reader's own calendar; one that is off takes the entry out of it. */
function attachmentOf(
  ctx: Ctx,
  news: DueNews,
  template: Template,
  { email, locale }: { email: string; locale: Locale },
): MailAttachment | null {
  const { appointment, professional, clientName } = news;
  if (!appointment || isReminder(template)) return null;
  const content = appointmentFile(
    {
      ...appointment,
      startsAt: appointment.startsAt.toISOString(),
      endsAt: appointment.endsAt.toISOString(),
      zone: professional.zone,
      professionalName: professional.name,
      clientName,
    },
    {
      audience: isForClient(template) ? "client" : "professional",
      locale,
      url: linkOf(ctx, template, news),
      origin: ctx.settings.origin,
      mailedTo: email,
      now: ctx.clock.now(),
    },
  );
  const method = /^METHOD:(\w+)/m.exec(content)?.[1];
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return { filename: "odys.ics", contentType, content };
}
