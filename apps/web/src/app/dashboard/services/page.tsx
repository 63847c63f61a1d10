import { PLANS } from "@odys/shared/billing/plans";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ServiceList } from "../../../features/booking/services/service-list.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("services"))("title") };
}

export default async function ServicesPage() {
  const [{ currency, plan }] = await Promise.all([
    practiceOf(),
    api.booking.listServices.prefetch({}),
  ]);
  return (
    <HydrateClient>
      <ServiceList
        currency={currency}
        canAutomate={PLANS[plan.effective].features.some((feature) => feature === "auto_confirm")}
      />
    </HydrateClient>
  );
}
