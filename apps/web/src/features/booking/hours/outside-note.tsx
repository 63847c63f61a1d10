"use client";

import type { CheckExceptionInput } from "@odys/shared/booking/rules-schema";
import { keepPreviousData } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { WhenText } from "../../../ui/when-text.tsx";

const SHOWN = 5;

/** What is booked in these dates and would lie outside of such hours: it stays, and somebody has to be told. */
export function OutsideNote({ range, zone }: { range: CheckExceptionInput; zone: string }) {
  const t = useTranslations("hours.dates");
  const { data, dataUpdatedAt: now } = api.booking.checkException.useQuery(range, {
    placeholderData: keepPreviousData,
  });
  return (
    <div aria-live="polite">
      {data !== undefined && data.total > 0 && (
        <div className="rounded-lg bg-accent-soft p-4">
          <p className="flex items-start gap-2 font-semibold text-accent">
            <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
            {t("outside", { count: data.total })}
          </p>
          <ul className="mt-2 grid gap-1 pl-7">
            {data.appointments.slice(0, SHOWN).map(({ id, startsAt, clientName }) => (
              <li key={id} className="break-words tabular-nums">
                <WhenText at={startsAt} zone={zone} now={now} /> · {clientName}
              </li>
            ))}
            {data.total > SHOWN && (
              <li className="text-ink-soft">{t("outsideMore", { count: data.total - SHOWN })}</li>
            )}
          </ul>
          <p className="mt-2 pl-7 text-sm text-ink-soft">{t("outsideText")}</p>
        </div>
      )}
    </div>
  );
}
