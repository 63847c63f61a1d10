import { guestCheckMail } from "@odys/shared/messaging/guest-mail";
import type { EventPayload } from "@odys/shared/ops/events";
import { mustSend } from "../../kernel/must-send.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { asSystem } from "../../kernel/transaction.ts";
import { readNews } from "./queries.ts";

/**
 * Asks the mailbox that a guest named whether it was them. Nothing when it is no longer held: a late
 * mail would only say that it is too late.
 */
export async function mailGuestCheck(
  ctx: Ctx,
  { appointmentId }: EventPayload<"booking.guest_check_requested">,
  eventId: string,
): Promise<void> {
  const news = await readNews(asSystem(ctx), appointmentId);
  if (!news || news.appointment.status !== "held") return;
  const { appointment, professional, recipients } = news;
  const { email, locale } = recipients.client;
  const { heldUntil } = appointment;
  if (!email || !heldUntil || heldUntil.getTime() <= ctx.clock.now()) return;
  const { settings } = ctx;
  const letter = guestCheckMail(locale, {
    professionalName: professional.name,
    serviceName: appointment.serviceName,
    startsAt: appointment.startsAt.toISOString(),
    heldUntil: heldUntil.toISOString(),
    zone: professional.zone,
    url: `${settings.origin}/confirm/${linkToken(settings, "confirm", appointmentId)}`,
  });
  await mustSend(ctx.mail, { to: email, ...letter, dedupeKey: `${eventId}:guest` });
}
