import { MessageCircle } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { caller } from "../../../trpc/caller.ts";
import { buttonClass } from "../../../ui/button-class.ts";
import { PlainLink } from "../../../ui/plain-link.tsx";

/** The way to the conversation, for a client who is signed in; nothing for everybody else. */
export async function WriteLink({ slug, name }: { slug: string; name: string }) {
  const me = await caller.accounts.me();
  if (!me) return null;
  const [t, { items }] = await Promise.all([
    getTranslations("manage"),
    caller.messaging.listConversations({ side: "client" }),
  ]);
  const found = items.find((item) => item.slug === slug);
  if (!found) return null;
  return (
    <PlainLink
      href={`/c/messages/${found.clientId}`}
      className={buttonClass({ variant: "secondary", wide: true })}
    >
      <MessageCircle aria-hidden />
      {t("write", { name })}
    </PlainLink>
  );
}
