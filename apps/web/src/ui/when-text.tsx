import { useLocale, useTranslations } from "next-intl";
import { dayText, fullText, localDay, nearDay, timeText, type Instant } from "./when.ts";

interface Props {
  at: Instant;
  /** IANA zone in which the time is meant. */
  zone: string;
  className?: string;
}

function useDay(at: Instant, zone: string, now: Instant): string {
  const t = useTranslations("common.when");
  const locale = useLocale();
  const day = localDay(at, zone);
  const near = nearDay(day, now, zone);
  return near ? t(near) : dayText(day, locale, now, zone);
}

function Time({ at, zone, className, text }: Props & { text: string }) {
  const locale = useLocale();
  return (
    // The tooltip comes from the browser's own dictionary of zones, which may word it otherwise.
    <time
      dateTime={new Date(at).toISOString()}
      title={fullText(at, zone, locale)}
      className={className}
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}

/** "14h30". */
export function TimeText(props: Props) {
  return <Time {...props} text={timeText(props.at, props.zone, useLocale())} />;
}

/** "hoje", "amanhã", "qui 12/11". `now` comes from whoever renders first, so that both sides agree. */
export function DateText({ now, ...props }: Props & { now: Instant }) {
  return <Time {...props} text={useDay(props.at, props.zone, now)} />;
}

/** "hoje, 14h". */
export function WhenText({ now, ...props }: Props & { now: Instant }) {
  const t = useTranslations("common.when");
  const day = useDay(props.at, props.zone, now);
  const time = timeText(props.at, props.zone, useLocale());
  return <Time {...props} text={t("dayAndTime", { day, time })} />;
}
