"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import type { ReactNode } from "react";
import { localDay, timeText } from "../../../ui/when.ts";
import { PriceText } from "./service-list.tsx";
import { endOf, longDay } from "./words.ts";
import { useZoneWords } from "./zone-choice.tsx";

/** "quinta-feira, 12 de novembro, 14h às 14h50". */
export function useMeetingWords(): (startsAt: string, minutes: number, zone: string) => string {
  const t = useTranslations("booking.summary");
  const locale = useLocale();
  return (startsAt, minutes, zone) =>
    t("when", {
      day: longDay(localDay(startsAt, zone), locale),
      from: timeText(startsAt, zone, locale),
      to: timeText(endOf(startsAt, minutes), zone, locale),
    });
}

/** Where it is held, as far as a stranger may know. */
function usePlaceWords() {
  const t = useTranslations("booking.place");
  return ({ place, placeDetail }: Pick<BookingPage["services"][number], "place" | "placeDetail">) =>
    place === "in_person" && placeDetail !== "" ? placeDetail : t(place);
}

/** Day above, hours and zone below: what is looked for in a glance stands at the start of a line. */
export function MeetingTime({
  startsAt,
  minutes,
  zone,
}: {
  startsAt: string;
  minutes: number;
  zone: string;
}) {
  const t = useTranslations("booking.summary");
  const locale = useLocale();
  const zoneWords = useZoneWords();
  return (
    <>
      <span className="block first-letter:uppercase">
        {longDay(localDay(startsAt, zone), locale)}
      </span>
      <span className="block">
        {t("hours", {
          from: timeText(startsAt, zone, locale),
          to: timeText(endOf(startsAt, minutes), zone, locale),
        })}{" "}
        <span className="text-sm font-normal whitespace-nowrap text-ink-soft">
          {zoneWords(zone)}
        </span>
      </span>
    </>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-3">{children}</dl>;
}

/** One line of what was agreed. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="font-medium text-pretty first-letter:uppercase">{children}</dd>
    </div>
  );
}

interface Props {
  name: string;
  service: BookingPage["services"][number];
  startsAt: string;
  zone: string;
}

/** What is about to be booked, right above the button that does it. */
export function Summary({ name, service, startsAt, zone }: Props) {
  const t = useTranslations("booking.summary");
  const where = usePlaceWords();
  return (
    <Facts>
      <Fact label={t("what")}>{t("with", { service: service.name, name })}</Fact>
      <Fact label={t("whenLabel")}>
        <MeetingTime {...{ startsAt, zone }} minutes={service.durationMinutes} />
      </Fact>
      <Fact label={t("where")}>{where(service)}</Fact>
      <Fact label={t("price")}>
        <PriceText price={service.price} />
      </Fact>
    </Facts>
  );
}
