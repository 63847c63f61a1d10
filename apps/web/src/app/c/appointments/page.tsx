import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarFeed } from "../../../features/booking/feed/calendar-feed.tsx";
import { OwnAppointments } from "../../../features/booking/feed/own-appointments.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { personOf } from "../person.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownAppointments"))("title") };
}

export default async function OwnAppointmentsPage() {
  await personOf("/c/appointments");
  const [{ items }, t] = await Promise.all([
    api.booking.listOwnAppointments({}),
    getTranslations("ownAppointments"),
    api.booking.getCalendarFeed.prefetch({ side: "client" }),
  ]);
  return (
    <HydrateClient>
      <PageHeader title={t("title")} text={t("text")} />
      <OwnAppointments items={items} now={new Date().toISOString()} />
      <section aria-labelledby="calendar" className="mt-10 max-w-xl">
        <h2 id="calendar" className="mb-3 text-lg font-semibold">
          {t("calendar")}
        </h2>
        <CalendarFeed side="client" />
      </section>
    </HydrateClient>
  );
}
