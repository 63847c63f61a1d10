import { notifications } from "@odys/db/schema/messaging";
import { newId, type UserId } from "@odys/shared/kernel/ids";
import type { Locale } from "@odys/shared/kernel/wire";
import {
  accountExistsMail,
  resetPasswordMail,
  verifyEmailMail,
} from "@odys/shared/messaging/account-mails";
import { MOVABLE_STATUSES } from "@odys/shared/booking/status";
import type { ComposedMail } from "@odys/shared/messaging/compose";
import type { NotificationType } from "@odys/shared/messaging/notifications";
import { type Notice, noticesOf, noticesOfMove } from "@odys/shared/messaging/rules";
import type { EventPayload, OdysEvent } from "@odys/shared/ops/events";
import { mustSend } from "../../kernel/must-send.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import type { EventConsumer } from "../../kernel/ports.ts";
import { announce, asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import { deliverDue } from "./deliver-due.ts";
import { mailGuestCheck } from "./mail-guest-check.ts";
import { tellMessage } from "./tell-message.ts";
import { planAllReminders } from "./plan-all-reminders.ts";
import { planNews } from "./plan-news.ts";
import { planReminders } from "./plan-reminders.ts";
import { processWebhooks } from "./process-webhooks.ts";
import { type AppointmentNews, readAddress, readNews, readOwner } from "./queries.ts";

/** Tells people in the app. Once per event and recipient, however often the job runs. */
const inApp: EventConsumer = {
  name: "messaging.notify",
  on: ["booking.appointment_changed", "booking.appointment_moved", "booking.plan_limit_hit"],
  async handle(ctx, event, eventId) {
    if (event.type === "booking.plan_limit_hit") return notifyPlanLimit(ctx, event.payload);
    const found = await newsOf(ctx, event);
    if (!found) return;
    for (const { to, notification } of found.notices) {
      const { userId } = found.news.recipients[to];
      if (!notification || !userId) continue;
      await notify(ctx, userId, notification, paramsOf(found.news, to), `${eventId}:${userId}`);
    }
  },
};

/** What has to be mailed at once and stands in no ledger, because its links open accounts and bookings. */
const byMail: EventConsumer = {
  name: "messaging.mail",
  on: [
    "accounts.verification_requested",
    "accounts.reset_requested",
    "accounts.register_repeated",
    "booking.guest_check_requested",
  ],
  async handle(ctx, event, eventId) {
    if (event.type === "booking.guest_check_requested")
      return mailGuestCheck(ctx, event.payload, eventId);
    const account = accountMail(ctx, event);
    if (!account) return;
    const address = await readAddress(asSystem(ctx), account.userId);
    if (!address) return;
    await mustSend(ctx.mail, {
      to: address.email,
      ...account.write(address.locale),
      dedupeKey: `${eventId}:${account.userId}:${event.type}`,
    });
  },
};

/** Tells whoever was written to. */
const talk: EventConsumer = {
  name: "messaging.talk",
  on: ["messaging.message_written"],
  async handle(ctx, event) {
    if (event.type === "messaging.message_written") await tellMessage(ctx, event.payload);
  },
};

/** Writes into the ledger what an appointment has to have sent: news now, reminders in time. */
const plan: EventConsumer = {
  name: "messaging.plan",
  on: ["booking.appointment_changed", "booking.appointment_moved", "messaging.reminders_changed"],
  async handle(ctx, event, eventId) {
    if (event.type === "messaging.reminders_changed")
      return void (await planAllReminders(ctx, event.payload));
    const found = await newsOf(ctx, event);
    if (found) await planNews(ctx, { ...found, eventId });
    if ("appointmentId" in event.payload) await planReminders(ctx, event.payload.appointmentId);
  },
};

/** Sends what is due in the ledger. */
const deliver: EventConsumer = {
  name: "messaging.deliver",
  on: ["messaging.delivery_due"],
  handle: async (ctx) => void (await deliverDue(ctx)),
};

/** Does what follows from what providers have told. */
const receive: EventConsumer = {
  name: "messaging.receive",
  on: ["ops.webhook_received"],
  handle: async (ctx) => void (await processWebhooks(ctx)),
};

export const messagingConsumers: readonly EventConsumer[] = [
  inApp,
  byMail,
  talk,
  plan,
  deliver,
  receive,
];

type Told = { news: AppointmentNews; notices: Notice[]; movedFrom?: string };

/** The appointment and who is to hear of it; null when it has moved on meanwhile, or is gone. */
async function newsOf(ctx: Ctx, { type, payload }: OdysEvent): Promise<Told | null> {
  switch (type) {
    case "booking.appointment_changed": {
      const notices = noticesOf(payload);
      if (notices.length === 0) return null;
      const news = await readNews(asSystem(ctx), payload.appointmentId);
      return news?.appointment.status === payload.to
        ? { news, notices }
        : dropped(ctx, payload, news);
    }
    case "booking.appointment_moved": {
      const news = await readNews(asSystem(ctx), payload.appointmentId);
      const { status, startsAt } = news?.appointment ?? {};
      const there = startsAt?.toISOString() === payload.to;
      const alive = MOVABLE_STATUSES.some((movable) => movable === status);
      if (!news || !there || !alive) return dropped(ctx, payload, news);
      return { news, notices: noticesOfMove(payload), movedFrom: payload.from };
    }
    default:
      return null;
  }
}

function dropped(
  ctx: Ctx,
  { appointmentId, to }: { appointmentId: string; to: string },
  news: AppointmentNews | null,
): null {
  const now = news?.appointment.status ?? null;
  ctx.log.info({ appointmentId, to, now }, "dropped: the appointment has moved on");
  return null;
}

/** What a sentence needs; it is made where it is read. */
function paramsOf(
  { appointment, professional, clientName }: AppointmentNews,
  audience: Notice["to"],
): Record<string, string> {
  return {
    audience,
    appointmentId: appointment.id,
    professionalName: professional.name,
    clientName,
    serviceName: appointment.serviceName,
    startsAt: appointment.startsAt.toISOString(),
    zone: professional.zone,
  };
}

async function notify(
  ctx: Ctx,
  userId: UserId,
  type: NotificationType,
  params: Record<string, string>,
  dedupeKey: string,
): Promise<void> {
  const row = {
    id: newId(),
    userId,
    type,
    params,
    dedupeKey,
    createdAt: new Date(ctx.clock.now()),
  };
  await withSystemTransaction(ctx, async (tx, inner) => {
    await tx
      .insert(notifications)
      .values(row)
      .onConflictDoNothing({ target: notifications.dedupeKey });
    announce(inner, `user:${userId}`);
  });
}

/** Once a day, however many guests were turned away. */
async function notifyPlanLimit(
  ctx: Ctx,
  { professionalId, day }: EventPayload<"booking.plan_limit_hit">,
): Promise<void> {
  const owner = await readOwner(asSystem(ctx), professionalId);
  if (!owner) return;
  const params = { audience: "professional", day };
  const key = `plan_limit_reached:${day}:${owner.userId}`;
  await notify(ctx, owner.userId, "plan_limit_reached", params, key);
}

type AccountMail = { userId: string; write(locale: Locale): ComposedMail };

function accountMail(ctx: Ctx, { type, payload }: OdysEvent): AccountMail | null {
  switch (type) {
    case "accounts.verification_requested":
      return { userId: payload.userId, write: (locale) => verifyEmailMail(locale, payload) };
    case "accounts.reset_requested":
      return { userId: payload.userId, write: (locale) => resetPasswordMail(locale, payload) };
    case "accounts.register_repeated": {
      const url = `${ctx.settings.origin}/sign-in`;
      return { userId: payload.userId, write: (locale) => accountExistsMail(locale, { url }) };
    }
    default:
      return null;
  }
}
