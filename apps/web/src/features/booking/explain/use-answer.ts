"use client";

import type { Explanation } from "@odys/shared/booking/rules-schema";
import { useLocale, useTranslations } from "next-intl";
import { dayText, localDay, timeText } from "../../../ui/when.ts";
import { dayName } from "../../../ui/week-editor/week.ts";
import { spansText } from "../hours/dates.ts";
import { durationText } from "../page/words.ts";

/** Where the rule that says so can be changed. */
type Way = { href: string; label: "week" | "dates" | "limits" | "services" | "day" };

/** What is said of a time: the reason in a few words, the rest in a sentence, and the way to the rule. */
export interface Answer {
  title: string;
  text: string;
  way: Way | null;
}

const WEEK: Way = { href: "/dashboard/hours#week", label: "week" };
const DATES: Way = { href: "/dashboard/hours#dates", label: "dates" };
const LIMITS: Way = { href: "/dashboard/hours#limits", label: "limits" };
const SERVICES: Way = { href: "/dashboard/services", label: "services" };

/** Puts what `booking.explainSlot` answered into words. */
export function useAnswer(): (explained: Explanation) => Answer {
  const t = useTranslations("explain.reason");
  const locale = useLocale();
  return ({ verdict, zone, serviceName: service, startsAt, date }) => {
    const now = Date.now();
    const time = (at: string) => timeText(at, zone, locale);
    const day = (local: string) => dayText(local, locale, now, zone);
    const moment = (at: string) => `${day(localDay(at, zone))}, ${time(at)}`;
    const span = (minutes: number) =>
      minutes > 0 && minutes % 1440 === 0
        ? t("days", { count: minutes / 1440 })
        : durationText(minutes, locale);
    const say = (title: string, text: string, way: Way | null = null) => ({ title, text, way });
    switch (verdict.reason) {
      case "free":
        return say(t("free"), t("freeText", { service }));
      case "page_suspended":
        return say(t("suspended"), t("suspendedText"));
      case "service_archived":
        return say(t("archived", { service }), t("archivedText"), SERVICES);
      case "holiday": {
        const name = locale.startsWith("pt") ? verdict.names["pt-BR"] : verdict.names.en;
        return say(t("holiday", { name }), t("holidayText"), DATES);
      }
      case "exception_closed": {
        const note = verdict.note || "";
        const text = note === "" ? t("closedText") : t("closedNote", { note });
        return say(t("closed", { day: day(verdict.date) }), text, DATES);
      }
      case "outside_hours": {
        const hours = spansText(verdict.windows);
        if (verdict.source === "exception")
          return say(t("outside"), t("outsideDate", { day: day(verdict.date), hours }), DATES);
        const dayOfWeek = new Date(`${date}T12:00:00Z`).getUTCDay();
        // In Portuguese the days of the weekend are masculine.
        const gender = dayOfWeek % 6 === 0 ? "masculine" : "feminine";
        const said = { weekday: dayName(dayOfWeek, locale), gender };
        const text = hours === "" ? t("outsideNone", said) : t("outsideWeek", { ...said, hours });
        return say(t("outside"), text, WEEK);
      }
      case "straddles_window_end": {
        const end = time(verdict.windowEndsAt);
        const { lastStartsAt: last } = verdict;
        const text = last
          ? t("straddlesText", { end, last: time(last) })
          : t("straddlesNone", { end });
        return say(t("straddles", { service }), text, WEEK);
      }
      case "off_step": {
        const { before, after } = verdict;
        const near = after ? t("either", { one: time(before), other: time(after) }) : time(before);
        return say(t("step", { step: span(verdict.stepMinutes) }), t("stepText", { near }), LIMITS);
      }
      case "too_soon": {
        const asked = Date.parse(verdict.earliest) - verdict.noticeMinutes * 60_000;
        if (Date.parse(startsAt) < asked) return say(t("past"), t("pastText"));
        const notice = span(verdict.noticeMinutes);
        const earliest = moment(verdict.earliest);
        return say(t("soon", { notice }), t("soonText", { service, earliest }), SERVICES);
      }
      case "too_far": {
        const last = day(verdict.lastDate);
        const text = t("farText", { service, count: verdict.horizonDays, last });
        return say(t("far"), text, SERVICES);
      }
      case "day_cap":
        return say(t("dayCap"), t("dayCapText", { ...verdict, day: day(verdict.from) }), LIMITS);
      case "week_cap": {
        const range = { from: day(verdict.from), to: day(verdict.to) };
        return say(t("weekCap"), t("weekCapText", { ...verdict, ...range }), LIMITS);
      }
      case "busy":
        return say(t("busy"), t("busyText"), { href: `/dashboard?day=${date}`, label: "day" });
      case "buffer": {
        const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = verdict;
        const text = t("bufferText", { service, before: span(before), after: span(after) });
        return say(t("buffer"), text, SERVICES);
      }
    }
  };
}
