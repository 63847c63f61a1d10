import type { NotificationDto } from "@odys/shared/messaging/schema";
import { useLocale, useTranslations } from "next-intl";
import { dayText, localDay, nearDay, timeText } from "../../../ui/when.ts";

/** The sentence of a notification, in the reader's language: "Bia pediu amanhã, 14h". */
export function NotificationText({ item, now }: { item: NotificationDto; now: string }) {
  const t = useTranslations("notifications");
  const near = useTranslations("common.when");
  const locale = useLocale();
  const {
    clientName = "",
    professionalName = "",
    serviceName = "",
    startsAt,
    zone = "UTC",
  } = item.params;
  const audience = item.params["audience"] === "client" ? "client" : "professional";
  const { type } = item;
  if (type === "plan_limit_reached" || type === "whatsapp_disconnected") return t(type);
  if (type === "budget_low" || type === "budget_reached") return t(type);
  const at = startsAt ?? item.createdAt;
  const day = localDay(at, zone);
  const close = nearDay(day, now, zone);
  const when = near("dayAndTime", {
    day: close ? near(close) : dayText(day, locale, now, zone),
    time: timeText(at, zone, locale),
  });
  const name = audience === "client" ? professionalName : clientName;
  return t(`${type}.${audience}`, { name, service: serviceName, when });
}
