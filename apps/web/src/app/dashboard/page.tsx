import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Today } from "../../features/booking/agenda/today.tsx";
import { readDay, todayQueries } from "../../features/booking/agenda/today-queries.ts";
import { getContainer } from "../../server/container.ts";
import { api, HydrateClient } from "../../trpc/server.tsx";
import { practiceOf } from "./practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("today") };
}

interface Props {
  searchParams: Promise<{ day?: string | string[]; open?: string | string[] }>;
}

/** Today, or with `?day=` another one; `?open=` shows one of its appointments at once. */
export default async function TodayPage({ searchParams }: Props) {
  const [{ zone, slug }, { services }, { day, open }] = await Promise.all([
    practiceOf(),
    getContainer(),
    searchParams,
  ]);
  const now = new Date(services.clock.now()).toISOString();
  const { days, requests } = todayQueries(now, zone, readDay(day));
  await Promise.all([
    api.booking.listAppointments.prefetch(days),
    api.booking.listAppointments.prefetch(requests),
    api.booking.listServices.prefetch({}),
  ]);
  return (
    <HydrateClient>
      <Today
        key={`${readDay(day)} ${String(open)}`}
        zone={zone}
        pageUrl={`${services.settings.origin}/p/${slug}`}
        renderedAt={now}
        chosen={readDay(day)}
        opened={typeof open === "string" ? open : null}
      />
    </HydrateClient>
  );
}
