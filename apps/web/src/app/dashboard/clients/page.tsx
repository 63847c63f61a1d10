import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientList } from "../../../features/booking/clients/client-list.tsx";
import { ClientMessages } from "../../../i18n/client-messages.tsx";
import { api, HydrateClient } from "../../../trpc/server.tsx";
import { practiceOf } from "../practice.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clients"))("title") };
}

type Search = Promise<{ q?: string | string[]; archived?: string | string[] }>;

export default async function ClientsPage({ searchParams }: { searchParams: Search }) {
  const { q, archived } = await searchParams;
  const query = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const [{ zone }] = await Promise.all([
    practiceOf(),
    api.clients.list.prefetchInfinite({ query, archived: archived === "1" }),
  ]);
  return (
    <HydrateClient>
      <ClientMessages rooms={["clients"]}>
        <ClientList zone={zone} now={new Date().toISOString()} />
      </ClientMessages>
    </HydrateClient>
  );
}
