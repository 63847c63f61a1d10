import { MessageCircle } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "../../../ui/states.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

/** Beside the list, before one is chosen; a phone has the list alone. */
export default async function MessagesPage() {
  const t = await getTranslations("messages");
  return (
    <div className="grid h-full place-items-center">
      <EmptyState icon={<MessageCircle />} title={t("choose")} text={t("chooseText")} />
    </div>
  );
}
