"use client";

import type { AgendaItem } from "@odys/shared/booking/agenda-schema";
import { useTranslations } from "next-intl";
import { clockText } from "../../../ui/when.ts";
import type { Obstacles } from "./conflict.ts";

/** What stands in the way, with whom and when; nothing where nothing does. */
export function useObstacleWords(zone: string) {
  const t = useTranslations("calendar");
  const whom = ({ client, title, startsAt, endsAt }: AgendaItem) => ({
    name: client?.name ?? title,
    from: clockText(startsAt, zone),
    to: clockText(endsAt, zone),
  });
  return ({ over, near, outside, past }: Obstacles): string[] => [
    ...over.slice(0, 2).map((item) => t("conflict.over", whom(item))),
    ...near.slice(0, 2).map((item) => t("conflict.near", whom(item))),
    ...(past ? [t("conflict.past")] : []),
    ...(outside && !past ? [t("conflict.outside")] : []),
  ];
}
