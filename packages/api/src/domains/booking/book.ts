import { entitlements } from "@odys/shared/billing/plans";
import { explainSlot } from "@odys/shared/booking/explain";
import { type IntakeAnswer, intakeOf } from "@odys/shared/booking/intake";
import type { BookInput, Booking } from "@odys/shared/booking/schema";
import { DAY_MS, MINUTE_MS } from "@odys/shared/kernel/calendar";
import { DomainError, type ErrorCode, isDomainError } from "@odys/shared/kernel/errors";
import { newId } from "@odys/shared/kernel/ids";
import type { Ctx } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { singleFlight, turns } from "../../kernel/together.ts";
import { nearestFree, REFUSALS } from "./alternative-queries.ts";
import { judgeGuest, type Verdict } from "./judge-guest.ts";
import { type Desk, readDesk } from "./read-desk.ts";
import { vouchForGuest } from "./vouch-for-guest.ts";
import { writeBooking } from "./write-booking.ts";

/**
 * Books a slot for whoever asks, with an account or without. The answer is the same whether the
 * practice knows the phone or the address already, and the same for a program that filled in the
 * field that people do not see, though nothing is written for it. Whose mailbox has to confirm gets
 * a hold, and the manage link in the mail alone.
 *
 * SLOT_TAKEN, TOO_SOON, TOO_FAR_AHEAD, OUTSIDE_HOURS and NOT_BOOKABLE carry `alternatives`: the three
 * nearest free slots. VALIDATION_ERROR names questions of the service (`answers.<id>`) that have to be
 * answered. NOT_FOUND, TOO_MANY_PENDING, PLAN_LIMIT_REACHED; GUEST_CHECK_FAILED with what
 * it `need`s: a proof (again) or an e-mail.
 */
export async function book(ctx: Ctx, input: BookInput): Promise<Booking> {
  const startsAt = Date.parse(input.startsAt);
  const asker = vouchForGuest(ctx, input);
  for (;;) {
    const desk = await deskAround(ctx, input, startsAt);
    const reason = explainSlot(desk.rules, startsAt);
    if (reason !== "free") throw await refusal(ctx, REFUSALS[reason], desk, input, startsAt);
    const { missing, answers: intake } = intakeOf(desk.service.questions, input.answers);
    if (missing.length > 0)
      throw new DomainError("VALIDATION_ERROR", {
        fields: Object.fromEntries(missing.map((id) => [`answers.${id}`, ["required"]])),
      });
    const verdict = asker && (await judgeGuest(ctx, input.slug, asker));
    if (input.website) return decide(ctx, desk, startsAt, verdict).answer;
    // Whoever of this process wants the same slot waits here and not in the database, where each
    // would hold a connection; the next look then shows most of them that it is taken. Who holds
    // one already, for a key, goes on: to let it wait for others would block them all.
    const attempt = () => write(ctx, desk, { startsAt, verdict, intake }, input);
    if (ctx.open) return attempt();
    const turn = await takeTurn(ctx.db, `${desk.professionalId} ${startsAt}`, attempt);
    if (turn) return turn.done;
  }
}

const takeTurn = turns<Booking>();
const readTogether = singleFlight<Desk>();

/** The days around a slot. Many who want it at once share one read: what it shows is checked again by the constraint. */
function deskAround(ctx: Ctx, { slug, serviceId }: BookInput, startsAt: number): Promise<Desk> {
  const span = { from: startsAt - 2 * DAY_MS, until: startsAt + 2 * DAY_MS };
  const read = () => readDesk(ctx, { slug, serviceId, ...span });
  return ctx.open ? read() : readTogether(ctx.db, `${slug} ${serviceId} ${startsAt}`, read);
}

async function write(
  ctx: Ctx,
  desk: Desk,
  {
    startsAt,
    verdict,
    intake,
  }: { startsAt: number; verdict: Verdict | null; intake: IntakeAnswer[] },
  input: BookInput,
): Promise<Booking> {
  const { answer, rights, meeting } = decide(ctx, desk, startsAt, verdict);
  try {
    await writeBooking(ctx, desk, rights, { ...meeting, intake }, input);
    return answer;
  } catch (error) {
    if (!isDomainError(error) || error.code !== "SLOT_TAKEN") throw error;
    // Somebody was faster: what was read is old.
    throw await refusal(ctx, "SLOT_TAKEN", null, input, startsAt);
  }
}

/** All that follows from the desk: what would be written, and what is answered. */
function decide(ctx: Ctx, desk: Desk, startsAt: number, verdict: Verdict | null) {
  const { service, currency, zone } = desk;
  const rights = entitlements(desk.plan, desk.trialEndsAt?.getTime() ?? null, ctx.clock.now());
  const atOnce = service.confirmation === "automatic" && rights.has("auto_confirm");
  const agreed = atOnce ? ("confirmed" as const) : ("pending_confirmation" as const);
  const held = verdict?.decision === "hold" ? verdict.holdFor : null;
  const status = held === null ? agreed : ("held" as const);
  const heldUntil = held === null ? null : ctx.clock.now() + held;
  const endsAt = startsAt + service.durationMinutes * MINUTE_MS;
  const id = newId();
  const answer: Booking = {
    appointmentId: id,
    status,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    serviceName: service.name,
    durationMinutes: service.durationMinutes,
    price: { amount: service.priceAmount, currency },
    place: service.place,
    // A link to a meeting is for those who are expected there.
    placeDetail: status === "confirmed" || service.place === "in_person" ? service.placeDetail : "",
    zone,
    manageToken: held !== null ? null : linkToken(ctx.settings, "manage", id),
    heldUntil: heldUntil === null ? null : new Date(heldUntil).toISOString(),
  };
  return { answer, rights, meeting: { id, status, startsAt, endsAt, heldUntil, verdict } };
}

async function refusal(
  ctx: Ctx,
  code: ErrorCode,
  desk: Desk | null,
  { slug, serviceId }: BookInput,
  startsAt: number,
): Promise<DomainError> {
  const alternatives = await nearestFree(ctx, { slug, serviceId }, startsAt, desk);
  return new DomainError(code, { alternatives });
}
