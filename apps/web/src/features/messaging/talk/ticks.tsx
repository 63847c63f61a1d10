import type { ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../../../ui/cn.ts";

/** How far a message of one's own has come. */
type Way = "sending" | "sent" | "delivered" | "read" | "failed";

/** From what is known of it: read in the app, or what the provider has told. */
export function wayOf({ readAt, delivery }: Pick<ConversationMessage, "readAt" | "delivery">): Way {
  if (readAt !== null || delivery?.state === "read") return "read";
  switch (delivery?.state) {
    case "delivered":
      return "delivered";
    case "failed":
    case "expired":
      return "failed";
    default:
      return "sent";
  }
}

const ICONS = {
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};

/** One tick: sent; two: delivered; two in colour: read. The word stands with it. */
export function Ticks({ way }: { way: Way }) {
  const t = useTranslations("messages.way");
  const Icon = ICONS[way];
  return (
    <span
      title={t(way)}
      className={cn(way === "read" && "text-action-ink", way === "failed" && "text-bad")}
    >
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{t(way)}</span>
    </span>
  );
}
