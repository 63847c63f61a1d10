import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HoursAndRules } from "../../../features/booking/hours/hours-and-rules.tsx";
import { yearFrom } from "../../../features/booking/hours/dates.ts";
import { placeOf } from "../../../features/booking/page/zone.ts";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { localDay } from "../../../ui/when.ts";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hours"))("title") };
}

export default async function HoursPage() {
  const [{ zone }, locale, t] = await Promise.all([
    practiceOf(),
    getLocale(),
    getTranslations("common.when"),
    api.booking.getAvailability.prefetch({}),
    api.booking.getRules.prefetch({}),
  ]);
  const today = localDay(Date.now(), zone);
  const year = yearFrom(today);
  await Promise.all([
    api.booking.listExceptions.prefetch(year),
    api.booking.listHolidays.prefetch(year),
  ]);
  const place = placeOf(zone, locale);
  return (
    <HydrateClient>
      <HoursAndRules
        zone={zone}
        zoneName={place === null ? t("brasiliaTime") : t("zoneTime", { place })}
        today={today}
      />
    </HydrateClient>
  );
}
