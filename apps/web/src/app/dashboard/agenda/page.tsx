import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { readDay } from "../../../features/booking/agenda/today-queries.ts";
import { Calendar } from "../../../features/booking/calendar/calendar.tsx";
import { firstWeekday, readView } from "../../../features/booking/calendar/range.ts";
import { agendaInput } from "../../../features/booking/calendar/agenda-input.ts";
import { getContainer } from "../../../server/container.ts";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { localDay } from "../../../ui/when.ts";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("agenda") };
}

interface Props {
  searchParams: Promise<{ view?: string | string[]; date?: string | string[] }>;
}

/** The calendar. `?view=` and `?date=` say what of it. */
export default async function AgendaPage({ searchParams }: Props) {
  const [{ zone }, { services }, { view, date }, locale, request] = await Promise.all([
    practiceOf(),
    getContainer(),
    searchParams,
    getLocale(),
    headers(),
  ]);
  const now = new Date(services.clock.now()).toISOString();
  // A day on a phone, a week on anything larger.
  const fallback = /Mobi/.test(request.get("user-agent") ?? "") ? "day" : "week";
  const input = agendaInput({
    view: readView(view) ?? fallback,
    day: readDay(date) ?? localDay(now, zone),
    first: firstWeekday(locale),
    cancelled: false,
  });
  await Promise.all([
    api.booking.listAgenda.prefetch(input),
    api.booking.listServices.prefetch({}),
  ]);
  return (
    <HydrateClient>
      <Calendar zone={zone} renderedAt={now} fallback={fallback} />
    </HydrateClient>
  );
}
