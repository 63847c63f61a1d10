"use client";

import { CalendarPlus } from "lucide-react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { buttonClass } from "../../../ui/button-class.ts";

interface Props {
  /** The secret of the appointment's link. */
  token: string;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
}

/** Into one's own calendar: a file for those on the device, an address for Google's. */
export function CalendarLinks({ token, ...entry }: Props) {
  const t = useTranslations("booking.done");
  return (
    <div>
      <p className="mb-2 flex items-center gap-2 text-sm font-medium">
        <CalendarPlus aria-hidden className="size-4 text-ink-soft" />
        {t("calendar")}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <a
          href={`/m/${token}/calendar.ics`}
          download="odys.ics"
          className={buttonClass({ variant: "secondary" })}
        >
          {t("calendarFile")}
        </a>
        <a
          href={googleAddress(entry)}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ variant: "secondary" })}
        >
          {t("google")}
        </a>
      </div>
    </div>
  );
}

/** Google's form, filled in. The link of the appointment is not in it: it is a secret. */
function googleAddress({ title, place, startsAt, endsAt }: Omit<Props, "token">): string {
  const stamp = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
  const params = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${stamp(startsAt)}/${stamp(endsAt)}`,
    location: place,
  });
  return `https://calendar.google.com/calendar/render?${params}`;
}
