"use client";

import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { CountBadge } from "../../../ui/shell/count-badge.tsx";

const REFRESH_MS = 30_000;

/** How many notifications are new. */
export function UnreadBadge() {
  const t = useTranslations("common.nav");
  const { data } = api.messaging.countUnread.useQuery({}, { refetchInterval: REFRESH_MS });
  const count = data?.count ?? 0;
  return <CountBadge count={count} label={t("unread", { count })} />;
}
