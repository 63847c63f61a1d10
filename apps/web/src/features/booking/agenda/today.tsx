"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { CalendarDays } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { localDay, timeText } from "../../../ui/when.ts";
import { longDay } from "../page/words.ts";
import { DayList } from "./day-list.tsx";
import { RequestCard } from "./request-card.tsx";
import { ShareLink } from "./share-link.tsx";
import { TodaySkeleton } from "./today-skeleton.tsx";
import { todayQueries } from "./today-queries.ts";
import { useNow } from "./use-now.ts";

interface Props {
  zone: string;
  /** Public address of the booking page. */
  pageUrl: string;
  /** ISO instant of the render on the server, so that both sides write the same. */
  renderedAt: string;
}

/** How often the day is asked for again while somebody looks at it. */
const REFRESH_MS = 30_000;

/** What a professional opens forty times a day: who asks, who comes, who is next. */
export function Today({ zone, pageUrl, renderedAt }: Props) {
  const t = useTranslations("dashboard");
  const common = useTranslations("common");
  const sentence = useSentence();
  const locale = useLocale();
  const now = useNow(renderedAt);
  const queries = todayQueries(now, zone);
  const live = { refetchInterval: REFRESH_MS };
  const days = api.booking.listAppointments.useQuery(queries.days, live);
  const requests = api.booking.listAppointments.useQuery(queries.requests, live);
  const services = api.booking.listServices.useQuery({});
  const colors = useMemo(
    () => new Map(services.data?.services.map(({ id, color }) => [id, color])),
    [services.data],
  );

  const title = <span className="inline-block first-letter:uppercase">{t("title")}</span>;
  const date = longDay(queries.today, locale);
  if (days.isError || requests.isError) {
    const retry = () => void Promise.all([days.refetch(), requests.refetch()]);
    return (
      <ErrorState
        heading="h1"
        title={t("failed")}
        text={sentence(days.error ?? requests.error)}
        action={<Button onClick={retry}>{common("retry")}</Button>}
      />
    );
  }
  if (!days.data || !requests.data) return <TodaySkeleton title={title} />;

  const on = (day: string) =>
    days.data.items.filter(({ startsAt }) => localDay(startsAt, zone) === day);
  const today = on(queries.today);
  const tomorrow = on(queries.tomorrow).filter(isOn);
  const waiting = requests.data.items.filter(({ startsAt }) => startsAt > now);
  const next = today.find(({ startsAt, status }) => startsAt > now && status === "confirmed");
  const text = [
    t("count", { count: today.filter(isOn).length }),
    ...(next
      ? [t("next", { name: next.client.name, time: timeText(next.startsAt, zone, locale) })]
      : []),
  ].join(" ");

  return (
    <>
      <PageHeader
        title={
          <>
            {title}
            <span className="font-normal text-ink-soft">, {date}</span>
          </>
        }
        text={text}
        actions={<ShareLink url={pageUrl} />}
      />
      <div className="grid gap-10">
        {waiting.length > 0 && (
          <Section title={t("waiting", { count: waiting.length })}>
            <div className="grid gap-3">
              {waiting.map((item) => (
                <RequestCard key={item.id} appointment={item} zone={zone} now={now} />
              ))}
            </div>
          </Section>
        )}
        <Section title={t("day")} quiet={waiting.length === 0}>
          {today.length === 0 ? (
            <EmptyState
              icon={<CalendarDays />}
              title={t("empty")}
              text={t("emptyText")}
              className="py-8"
            />
          ) : (
            <DayList appointments={today} colors={colors} zone={zone} now={now} />
          )}
        </Section>
        {tomorrow.length > 0 && (
          <Section title={t("tomorrow", { count: tomorrow.length })}>
            <DayList appointments={tomorrow} colors={colors} zone={zone} />
          </Section>
        )}
      </div>
    </>
  );
}

/** Whether anybody still comes. */
function isOn({ status }: Appointment): boolean {
  return status !== "cancelled" && status !== "rejected";
}

function Section({
  title,
  quiet,
  children,
}: {
  title: string;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h2 className={quiet ? "sr-only" : "mb-3 text-lg font-semibold"}>{title}</h2>
      {children}
    </section>
  );
}
