import { useLocale, useTranslations } from "next-intl";
import { dayText, localDay, nearDay, timeText } from "../../../ui/when.ts";

/** "amanhã, 14h", "qui 12/11, 14h": an instant as people say it in a sentence. */
export function useWhen(zone: string, now: string): (at: string) => string {
  const t = useTranslations("common.when");
  const locale = useLocale();
  return (at) => {
    const day = localDay(at, zone);
    const near = nearDay(day, now, zone);
    return t("dayAndTime", {
      day: near ? t(near) : dayText(day, locale, now, zone),
      time: timeText(at, zone, locale),
    });
  };
}
