import { MessageCircle } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { api } from "../../../trpc/server.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { personOf } from "../person.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

type Search = Promise<{ with?: string | string[] }>;

/** Beside the list, before one is chosen. `?with=` a practice's address leads to its conversation. */
export default async function ClientMessagesPage({ searchParams }: { searchParams: Search }) {
  const { with: slug } = await searchParams;
  await personOf(typeof slug === "string" ? `/c/messages?with=${slug}` : "/c/messages");
  const t = await getTranslations("messages");
  if (typeof slug === "string") {
    const { items } = await api.messaging.listConversations({ side: "client" });
    const found = items.find((item) => item.slug === slug);
    if (found) redirect(`/c/messages/${found.clientId}`);
  }
  return (
    <div className="grid h-full place-items-center">
      <EmptyState icon={<MessageCircle />} title={t("choose")} text={t("chooseTextClient")} />
    </div>
  );
}
