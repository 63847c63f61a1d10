import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HoursForm } from "../../../features/booking/hours/hours-form.tsx";
import { placeOf } from "../../../features/booking/page/zone.ts";
import { api, HydrateClient } from "../../../trpc/server.tsx";
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
  ]);
  const place = placeOf(zone, locale);
  return (
    <HydrateClient>
      <HoursForm zoneName={place === null ? t("brasiliaTime") : t("zoneTime", { place })} />
    </HydrateClient>
  );
}
