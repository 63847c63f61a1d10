"use client";

import type { Audience } from "@odys/shared/messaging/delivery";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { CountBadge } from "../../../ui/shell/count-badge.tsx";

/** How many messages wait for the reader. */
export function UnreadMessages({ side }: { side: Audience }) {
  const t = useTranslations("common.nav");
  const { data } = api.messaging.countUnreadMessages.useQuery({ side });
  const count = data?.count ?? 0;
  return <CountBadge count={count} label={t("unread", { count })} />;
}
