"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { localDay } from "../../../ui/when.ts";
import { DayHeader } from "./day-header.tsx";
import { DayList } from "./day-list.tsx";
import { EmptyDay } from "./empty-day.tsx";
import { NextUp } from "./next-up.tsx";
import { OwnPage } from "./own-page.tsx";
import { Requests } from "./requests.tsx";
import { TodaySkeleton } from "./today-skeleton.tsx";
import { todayQueries } from "./today-queries.ts";
import { useNow } from "./use-now.ts";

interface Props {
  zone: string;
  /** Public address of the booking page. */
  pageUrl: string;
  /** ISO instant of the render on the server, so that both sides write the same. */
  renderedAt: string;
  /** Another day than today, YYYY-MM-DD. */
  chosen: string | null;
  /** The appointment that the address asks to see. */
  opened: string | null;
}

/** How often the day is asked for again while somebody looks at it. */
const REFRESH_MS = 30_000;

/** What a professional opens forty times a day: who asks, who comes, who is next. */
export function Today({ zone, pageUrl, renderedAt, chosen, opened }: Props) {
  const t = useTranslations("dashboard");
  const common = useTranslations("common");
  const sentence = useSentence();
  const now = useNow(renderedAt);
  const queries = todayQueries(now, zone, chosen);
  const live = { refetchInterval: REFRESH_MS };
  const days = api.booking.listAppointments.useQuery(queries.days, live);
  const requests = api.booking.listAppointments.useQuery(queries.requests, live);
  const services = api.booking.listServices.useQuery({});
  const colors = useMemo(
    () => new Map(services.data?.services.map(({ id, color }) => [id, color])),
    [services.data],
  );

  const header = { day: queries.day, now, zone, pageUrl };
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
  if (!days.data || !requests.data) return <TodaySkeleton {...header} />;

  const isToday = queries.day === queries.today;
  const on = (day: string) =>
    days.data.items.filter(({ startsAt }) => localDay(startsAt, zone) === day);
  const shown = on(queries.day);
  const following = isToday ? on(queries.following).filter(isOn) : [];
  const waiting = requests.data.items.filter(({ startsAt }) => startsAt > now);
  const list = { colors, zone, now, opened };

  const beside = (
    <aside
      key="beside"
      className="grid gap-8 max-lg:contents lg:col-start-2 lg:row-span-2 lg:row-start-1"
    >
      <Requests appointments={waiting} zone={zone} now={now} />
      <OwnPage url={pageUrl} className="max-lg:order-last" />
    </aside>
  );
  return (
    <>
      <DayHeader {...header} count={shown.filter(isOn).length} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {isToday && <NextUp appointments={shown} zone={zone} now={now} />}
        {isToday && beside}
        <div key="day" className="grid min-w-0 gap-8 lg:col-start-1">
          <Section title={t(isToday ? "day" : "otherDay")} quiet={!isToday}>
            {shown.length === 0 ? (
              <EmptyDay isToday={isToday} />
            ) : (
              <DayList appointments={shown} isToday={isToday} {...list} />
            )}
          </Section>
          {following.length > 0 && (
            <Section title={t("tomorrow", { count: following.length })}>
              <DayList appointments={following} {...list} />
            </Section>
          )}
        </div>
        {!isToday && beside}
      </div>
    </>
  );
}

/** Whether anybody still comes. */
function isOn({ status }: Appointment): boolean {
  return status !== "cancelled" && status !== "rejected";
}

interface SectionProps {
  title: string;
  quiet?: boolean;
  children: ReactNode;
}

function Section({ title, quiet, children }: SectionProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className={quiet ? "sr-only" : "mb-3 text-lg font-semibold"}>{title}</h2>
      {children}
    </section>
  );
}
