"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { History } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { clockText, localDay } from "../../../ui/when.ts";
import { useSentence } from "../../accounts/problem.ts";
import { AppointmentStatusPill } from "../agenda/status.tsx";
import { longDay, priceText } from "../page/words.ts";
import { MoreRows } from "./more-rows.tsx";

interface Props {
  clientId: string;
  zone: string;
  now: string;
}

/** All that was ever agreed with somebody, latest first; what is ahead stands apart. */
export function ClientHistory({ clientId, zone, now }: Props) {
  const t = useTranslations("clients");
  const common = useTranslations("common");
  const sentence = useSentence();
  const list = api.booking.listClientAppointments.useInfiniteQuery(
    { clientId, limit: 25 },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isAhead = ({ endsAt, status }: Appointment) =>
    Date.parse(endsAt) > Date.parse(now) &&
    (status === "confirmed" || status === "pending_confirmation");
  const ahead = all.filter(isAhead).toReversed();
  const past = all.filter((one) => !isAhead(one));
  return (
    <>
      {list.isPending && <Skeleton className="h-40 rounded-lg" />}
      {list.isError && (
        <ErrorState
          title={t("historyFailed")}
          text={sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
        />
      )}
      {list.isSuccess && all.length === 0 && (
        <EmptyState icon={<History />} title={t("noHistory")} text={t("noHistoryText")} />
      )}
      <Rows title={t("ahead")} appointments={ahead} zone={zone} />
      <Rows title={t("history")} appointments={past} zone={zone} />
      <MoreRows list={list} />
    </>
  );
}

type RowsProps = { title: string; appointments: readonly Appointment[]; zone: string };

function Rows({ title, appointments, zone }: RowsProps) {
  const t = useTranslations("clients");
  const locale = useLocale();
  const payment = useTranslations("dashboard.payment");
  if (appointments.length === 0) return null;
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low">
        {appointments.map(({ id, startsAt, status, serviceName, price, reason, ...one }) => (
          <li key={id}>
            <Link
              href={`/dashboard/agenda?view=day&date=${localDay(startsAt, zone)}`}
              className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1 basis-52">
                <span className="block font-medium first-letter:uppercase">
                  {longDay(localDay(startsAt, zone), locale)}, {clockText(startsAt, zone)}
                </span>
                <span className="block text-sm text-ink-soft">
                  {serviceName}
                  {price.amount > 0 && ` · ${priceText(price, locale)}`}
                  {one.paymentStatus !== "none" && ` · ${payment(one.paymentStatus)}`}
                </span>
                {reason && (
                  <span className="mt-0.5 block text-sm text-ink-soft italic">
                    {t("reason", { reason })}
                  </span>
                )}
              </span>
              <AppointmentStatusPill status={status} />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
