import { useFormatter, useLocale } from "next-intl";
import { fullText } from "../../ui/when.ts";

interface Props {
  at: string;
  /** IANA zone; UTC, as the days of the filters are, unless it is somebody's own time. */
  zone?: string;
  seconds?: boolean;
}

/** "2026-11-12 14:30": short, in order, and the same in every language. The whole of it is the tooltip. */
export function At({ at, zone = "UTC", seconds = false }: Props) {
  const locale = useLocale();
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: seconds ? "medium" : "short",
  }).format(new Date(at));
  return (
    <time
      dateTime={at}
      title={fullText(at, zone, locale)}
      className="whitespace-nowrap tabular-nums"
      suppressHydrationWarning
    >
      {text}
    </time>
  );
}

/** "há 3 minutos", seen from `now`. */
export function Age({ at, now }: { at: string; now: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} title={at} className="whitespace-nowrap">
      {format.relativeTime(new Date(at), new Date(now))}
    </time>
  );
}
