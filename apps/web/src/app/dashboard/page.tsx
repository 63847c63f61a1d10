import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Today } from "../../features/booking/agenda/today.tsx";
import { todayQueries } from "../../features/booking/agenda/today-queries.ts";
import { getContainer } from "../../server/container.ts";
import { api, HydrateClient } from "../../trpc/server.tsx";
import { practiceOf } from "./practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("today") };
}

export default async function TodayPage() {
  const [{ zone, slug }, { services }] = await Promise.all([practiceOf(), getContainer()]);
  const now = new Date(services.clock.now()).toISOString();
  const { days, requests } = todayQueries(now, zone);
  await Promise.all([
    api.booking.listAppointments.prefetch(days),
    api.booking.listAppointments.prefetch(requests),
    api.booking.listServices.prefetch({}),
  ]);
  return (
    <HydrateClient>
      <Today zone={zone} pageUrl={`${services.settings.origin}/p/${slug}`} renderedAt={now} />
    </HydrateClient>
  );
}
