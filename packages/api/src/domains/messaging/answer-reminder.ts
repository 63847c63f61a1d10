import { appointments } from "@odys/db/schema/booking";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { isDomainError } from "@odys/shared/kernel/errors";
import { type Answer, readButton, type ReminderVerb, verbOf } from "@odys/shared/messaging/answers";
import { REMINDERS } from "@odys/shared/messaging/templates";
import type { IncomingWhatsApp } from "@odys/shared/messaging/whatsapp-schema";
import { and, desc, eq, gt, inArray } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { withSystemTransaction } from "../../kernel/transaction.ts";
import { cancelByToken, confirmAttendance } from "../booking/index.ts";
import { findByIdentity } from "../clients/index.ts";
import { insertPlans } from "./delivery-queries.ts";
import { readNews } from "./queries.ts";

const MINUTE_MS = 60_000;
/** A number alone answers the last reminder, for so long. */
const NUMBER_MS = 26 * 60 * MINUTE_MS;

/**
 * Does what somebody answered to a reminder: a tapped button, or its number or word written alone.
 * Only on an appointment of whoever wrote, and what it leads to is told to them. False when the
 * message is no such answer.
 */
export function answerReminder(ctx: Ctx, incoming: IncomingWhatsApp): Promise<boolean> {
  return withSystemTransaction(ctx, async (_, inner) => {
    const wish = await wishOf(inner, incoming);
    if (!wish) return false;
    const answer = await act(inner, wish);
    if (answer) await reply(inner, wish.appointmentId, answer, incoming.providerMessageId);
    return true;
  });
}

type Wish = { verb: ReminderVerb; appointmentId: string };

async function wishOf(ctx: Ctx, incoming: IncomingWhatsApp): Promise<Wish | null> {
  if (incoming.buttonId !== null) {
    const button = readButton(incoming.buttonId);
    if (!button) return null;
    const theirs = await findReminder(ctx, incoming, button.appointmentId);
    return theirs ? button : null;
  }
  const verb = verbOf(incoming.text);
  const appointmentId = verb && (await findReminder(ctx, incoming));
  return verb && appointmentId ? { verb, appointmentId } : null;
}

/** The appointment of the last reminder that whoever writes has got, or of the one that they name. */
async function findReminder(
  ctx: Ctx,
  { from, replyTo }: IncomingWhatsApp,
  appointmentId?: string,
): Promise<string | null> {
  if (!ctx.open) throw new TypeError("findReminder outside a transaction");
  const { tx } = ctx.open;
  const since = new Date(ctx.clock.now() - NUMBER_MS);
  const known = await findByIdentity(tx, from);
  if (known.length === 0) return null;
  const theirs = known.map(({ clientId }) => clientId);
  const [row] = await tx
    .select({ appointmentId: deliveries.appointmentId })
    .from(deliveries)
    .innerJoin(deliveryAttempts, eq(deliveryAttempts.deliveryId, deliveries.id))
    .innerJoin(appointments, eq(appointments.id, deliveries.appointmentId))
    .where(
      and(
        inArray(appointments.clientId, theirs),
        inArray(deliveries.template, [...REMINDERS]),
        eq(deliveryAttempts.channel, "whatsapp"),
        appointmentId === undefined
          ? gt(deliveryAttempts.startedAt, since)
          : eq(deliveries.appointmentId, appointmentId),
        replyTo !== null && appointmentId === undefined
          ? eq(deliveryAttempts.providerMessageId, replyTo)
          : undefined,
      ),
    )
    .orderBy(desc(deliveryAttempts.startedAt))
    .limit(1);
  return row?.appointmentId ?? null;
}

/** What is to be answered; null where the change itself is told about. */
async function act(ctx: Ctx, { verb, appointmentId }: Wish): Promise<Answer | null> {
  if (verb === "reschedule") return "rescheduleLink";
  try {
    if (verb === "confirm") {
      await confirmAttendance(ctx, { id: appointmentId });
      return "attendanceNoted";
    }
    const token = linkToken(ctx.settings, "manage", appointmentId);
    await cancelByToken(ctx, { token, reason: "" });
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code === "CANCELLATION_TOO_LATE" ? "cancelTooLate" : "nothingToAnswer";
  }
}

async function reply(ctx: Ctx, appointmentId: string, answer: Answer, to: string): Promise<void> {
  if (!ctx.open) throw new TypeError("reply outside a transaction");
  const news = await readNews(ctx.open.tx, appointmentId);
  if (!news) return;
  const now = ctx.clock.now();
  await insertPlans(ctx, [
    {
      professionalId: news.professional.id,
      appointmentId,
      clientId: news.client.id,
      audience: "client",
      template: answer,
      locale: news.recipients.client.locale,
      params: {},
      dedupeKey: `answer:${to}`,
      channels: ["whatsapp"],
      notBefore: new Date(now),
      notAfter: new Date(now + 60 * MINUTE_MS),
    },
  ]);
}
