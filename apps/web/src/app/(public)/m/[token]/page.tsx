import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import { REFUSED_FORM_COOKIE, unpackRefusedForm } from "@odys/shared/kernel/refused-form";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { randomUUID } from "node:crypto";
import { cache } from "react";
import { ManageActions } from "../../../../features/booking/manage/actions.tsx";
import { AppointmentTicket } from "../../../../features/booking/manage/appointment-ticket.tsx";
import { CancelForm } from "../../../../features/booking/manage/cancel-form.tsx";
import { DoneNote } from "../../../../features/booking/manage/done-note.tsx";
import { MoveStep } from "../../../../features/booking/manage/move-step.tsx";
import { WriteLink } from "../../../../features/booking/manage/write-link.tsx";
import { readWish, type Wish } from "../../../../features/booking/page/choice.ts";
import { monthsOf, rangeOf } from "../../../../features/booking/page/month.ts";
import { sentOf } from "../../../../features/booking/page/refused.ts";
import { keyOf } from "../../../../features/booking/page/slots-store.ts";
import type { FirstSlots } from "../../../../features/booking/page/use-slots.ts";
import { SlimMessages } from "../../../../i18n/slim-messages.tsx";
import { caller } from "../../../../trpc/caller.ts";
import { PublicPage } from "../../../public-page.tsx";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the service is offered no more: as far as most are. */
const USUAL_HORIZON_DAYS = 60;

/** The appointment of a link; whatever opens nothing, or nothing any more, is a 404 that says so. */
const readAppointment = cache(async (token: string): Promise<ManagedAppointment> => {
  try {
    return await caller.booking.getByManageToken({ token });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST" || code === "PRECONDITION_FAILED")
      notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ professional }, t] = await Promise.all([
    readAppointment((await params).token),
    getTranslations("manage.meta"),
  ]);
  return {
    title: t("title", { name: professional.name }),
    // A secret stands in the address: nobody is told of it, and nothing leads here but the link.
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

/** What the bearer of an appointment's link sees of it and may do with it. */
export default async function ManagePage({ params, searchParams }: Props) {
  const [{ token }, query, jar] = await Promise.all([params, searchParams, cookies()]);
  const appointment = await readAppointment(token);
  const given = { get: (name: string) => [query[name]].flat()[0] ?? null };
  const wish = readWish(given);
  const { professional, policy } = appointment;
  const zone = wish.zone ?? appointment.zone;
  const now = new Date().toISOString();
  const moving = wish.act === "move" && policy.canReschedule;
  const cancelling = wish.act === "cancel" && policy.canCancel;
  return (
    <PublicPage>
      <SlimMessages rooms={["booking", "manage", "errors"]}>
        <div
          className={`container-page grid gap-6 pt-2 pb-20 ${moving ? "max-w-4xl" : "max-w-lg"}`}
        >
          <DoneNote done={given.get("done")} {...{ appointment, zone, now }} />
          {!moving && <AppointmentTicket {...{ appointment, zone, now }} />}
          {moving && (
            <MoveStep
              {...{ token, now }}
              name={professional.name}
              homeZone={appointment.zone}
              startsAt={appointment.startsAt}
              durationMinutes={appointment.durationMinutes}
              {...await firstSlots(token, appointment, wish, now)}
              refused={{
                slot: wish.slot,
                problem: sentOf(formOf(jar), given.get("problem"))?.problem ?? null,
              }}
              formKey={randomUUID()}
            />
          )}
          {cancelling && (
            <CancelForm
              token={token}
              name={professional.name}
              reason={unpackRefusedForm(formOf(jar))?.typed["reason"] ?? ""}
              problem={await sentenceOf(formOf(jar), given.get("problem"))}
              formKey={randomUUID()}
              keepHref={`/m/${token}`}
            />
          )}
          {!moving && !cancelling && <ManageActions {...{ token, appointment, zone, now }} />}
          {!moving && !cancelling && (
            <WriteLink slug={professional.slug} name={professional.name} />
          )}
        </div>
      </SlimMessages>
    </PublicPage>
  );
}

function formOf(jar: Awaited<ReturnType<typeof cookies>>): string | undefined {
  return jar.get(REFUSED_FORM_COOKIE)?.value;
}

async function sentenceOf(form: string | undefined, problem: string | null) {
  const t = await getTranslations("errors");
  const code = sentOf(form, problem)?.problem?.code;
  return code && code !== "NETWORK" && code !== "GONE" ? t(code) : null;
}

/** How far ahead it can be moved, and the month that is shown first. */
async function firstSlots(
  token: string,
  { professional: { slug }, serviceId, zone: homeZone }: ManagedAppointment,
  wish: Wish,
  now: string,
): Promise<{ horizonDays: number; first: FirstSlots | null }> {
  const page = await caller.booking.getPage({ slug }).catch(() => null);
  const service = page?.services.find(({ id }) => id === serviceId);
  const horizonDays = service?.horizonDays ?? USUAL_HORIZON_DAYS;
  if (wish.slot) return { horizonDays, first: null };
  const { month } = monthsOf(wish, horizonDays, wish.zone ?? homeZone, now);
  const free = await caller.booking
    .listSlotsByToken({ token, ...rangeOf(month) })
    .catch(() => null);
  return { horizonDays, first: free && { key: keyOf({ of: { token }, month }), free } };
}
