"use client";

import { ChevronLeft, ChevronRight, Share2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "../../../ui/button-class.ts";
import { cn } from "../../../ui/cn.ts";
import { IconButton, iconButtonClass } from "../../../ui/icon-button.tsx";
import { localDay, nearDay } from "../../../ui/when.ts";
import { longDay } from "../page/words.ts";
import { dayAfter } from "./today-queries.ts";
import { useShare } from "./use-share.ts";

export interface DayHeaderProps {
  /** YYYY-MM-DD. */
  day: string;
  now: string;
  zone: string;
  pageUrl: string;
  /** Left out while it is not known. */
  count?: number;
}

/** Which day this is, how full it is, and the way to the days beside it. */
export function DayHeader({ day, now, zone, pageUrl, count }: DayHeaderProps) {
  const t = useTranslations("dashboard");
  const when = useTranslations("common.when");
  const locale = useLocale();
  const share = useShare(pageUrl);
  const today = localDay(now, zone);
  const [weekday, date = ""] = longDay(day, locale).split(", ");
  const near = nearDay(day, now, zone);
  const withYear = (text: string) =>
    day.startsWith(today.slice(0, 4)) ? text : t("ofYear", { date: text, year: day.slice(0, 4) });
  const beside = (days: number) => {
    const other = dayAfter(day, days);
    return other === today ? "/dashboard" : `/dashboard?day=${other}`;
  };
  return (
    <header className="mb-5 flex items-start justify-between gap-2">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-tight first-letter:uppercase">
          {near ? when(near) : weekday}
        </h1>
        <p className="mt-0.5 text-ink-soft">
          <span className="inline-block first-letter:uppercase">
            {near ? longDay(day, locale) : withYear(date)}
          </span>
          {count !== undefined && count > 0 && (
            <>
              <span aria-hidden className="max-sm:hidden">
                {" · "}
              </span>
              <span className="max-sm:block">{t("count", { count })}</span>
            </>
          )}
        </p>
      </div>
      <nav aria-label={t("days")} className="-mt-1 -mr-2 flex shrink-0 items-center md:mr-0">
        {day !== today && (
          <Link href="/dashboard" className={cn(buttonClass({ variant: "quiet" }), "px-3")}>
            {t("title")}
          </Link>
        )}
        <Link
          href={beside(-1)}
          aria-label={t("dayBefore")}
          title={t("dayBefore")}
          className={iconButtonClass}
        >
          <ChevronLeft aria-hidden />
        </Link>
        <Link
          href={beside(1)}
          aria-label={t("dayAfter")}
          title={t("dayAfter")}
          className={iconButtonClass}
        >
          <ChevronRight aria-hidden />
        </Link>
        {day === today && (
          <IconButton
            className="lg:hidden"
            label={t("share")}
            icon={<Share2 aria-hidden />}
            onClick={share}
          />
        )}
      </nav>
    </header>
  );
}
