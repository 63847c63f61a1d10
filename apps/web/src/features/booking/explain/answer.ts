import type { Explanation, Verdict } from "@odys/shared/booking/rules-schema";
import type { useTranslations } from "next-intl";
import { dayText, durationText, type Instant, localDay, timeText } from "../../../ui/when.ts";
import { dayName } from "../../../ui/week-editor/week.ts";
import { spansText } from "../hours/dates.ts";

/** Where the rule that says so can be changed. */
type Way = { href: string; label: "week" | "dates" | "limits" | "services" | "day" };

/** What is said of a time: the reason in a few words, the rest in a sentence, and the way to the rule. */
export interface Answer {
  title: string;
  text: string;
  way: Way | null;
}

/** The reader's words, and what the sentences are about. */
interface Words {
  t: ReturnType<typeof useTranslations<"explain.reason">>;
  locale: string;
  now: Instant;
  explained: Explanation;
}

const WEEK: Way = { href: "/dashboard/hours#week", label: "week" };
const DATES: Way = { href: "/dashboard/hours#dates", label: "dates" };
const LIMITS: Way = { href: "/dashboard/hours#limits", label: "limits" };
const SERVICES: Way = { href: "/dashboard/services", label: "services" };

const say = (title: string, text: string, way: Way | null = null): Answer => ({ title, text, way });

/** Puts what `booking.explainSlot` answered into words. */
export function answerOf(words: Words): Answer {
  const { t, explained } = words;
  const { verdict, serviceName: service, date } = explained;
  switch (verdict.reason) {
    case "free":
      return say(t("free"), t("freeText", { service }));
    case "page_suspended":
      return say(t("suspended"), t("suspendedText"));
    case "service_archived":
      return say(t("archived", { service }), t("archivedText"), SERVICES);
    case "holiday":
    case "exception_closed":
    case "outside_hours":
      return closed(words, verdict);
    case "straddles_window_end":
    case "off_step":
      return misfit(words, verdict);
    case "too_soon":
    case "too_far":
      return outOfReach(words, verdict);
    case "day_cap":
    case "week_cap":
      return full(words, verdict);
    case "busy":
      return say(t("busy"), t("busyText"), {
        href: `/dashboard/agenda?view=day&date=${date}`,
        label: "day",
      });
    case "buffer": {
      const before = span(words, verdict.bufferBeforeMinutes);
      const after = span(words, verdict.bufferAfterMinutes);
      return say(t("buffer"), t("bufferText", { service, before, after }), SERVICES);
    }
  }
}

type Of<Reason extends Verdict["reason"]> = Extract<Verdict, { reason: Reason }>;

function closed(words: Words, verdict: Of<"holiday" | "exception_closed" | "outside_hours">) {
  const { t, locale } = words;
  if (verdict.reason === "holiday") {
    const name = locale.startsWith("pt") ? verdict.names["pt-BR"] : verdict.names.en;
    return say(t("holiday", { name }), t("holidayText"), DATES);
  }
  const day = dayIn(words, verdict.date);
  if (verdict.reason === "exception_closed") {
    const text = verdict.note ? t("closedNote", { note: verdict.note }) : t("closedText");
    return say(t("closed", { day }), text, DATES);
  }
  const hours = spansText(verdict.windows);
  if (verdict.source === "exception")
    return say(t("outside"), t("outsideDate", { day, hours }), DATES);
  const dayOfWeek = new Date(`${verdict.date}T12:00:00Z`).getUTCDay();
  // In Portuguese the days of the weekend are masculine.
  const gender = dayOfWeek % 6 === 0 ? "masculine" : "feminine";
  const said = { weekday: dayName(dayOfWeek, locale), gender };
  const text = hours === "" ? t("outsideNone", said) : t("outsideWeek", { ...said, hours });
  return say(t("outside"), text, WEEK);
}

function misfit(words: Words, verdict: Of<"straddles_window_end" | "off_step">) {
  const { t, explained } = words;
  const time = (at: string) => timeIn(words, at);
  if (verdict.reason === "straddles_window_end") {
    const end = time(verdict.windowEndsAt);
    const { lastStartsAt: last } = verdict;
    const text = last ? t("straddlesText", { end, last: time(last) }) : t("straddlesNone", { end });
    return say(t("straddles", { service: explained.serviceName }), text, WEEK);
  }
  const { before, after } = verdict;
  const near = after ? t("either", { one: time(before), other: time(after) }) : time(before);
  const step = span(words, verdict.stepMinutes);
  return say(t("step", { step }), t("stepText", { near }), LIMITS);
}

function outOfReach(words: Words, verdict: Of<"too_soon" | "too_far">) {
  const { t, explained } = words;
  const { serviceName: service, startsAt, zone } = explained;
  if (verdict.reason === "too_far") {
    const last = dayIn(words, verdict.lastDate);
    return say(t("far"), t("farText", { service, count: verdict.horizonDays, last }), SERVICES);
  }
  const { earliest: at, noticeMinutes } = verdict;
  if (Date.parse(startsAt) < Date.parse(at) - noticeMinutes * 60_000)
    return say(t("past"), t("pastText"));
  const earliest = `${dayIn(words, localDay(at, zone))}, ${timeIn(words, at)}`;
  const notice = span(words, noticeMinutes);
  return say(t("soon", { notice }), t("soonText", { service, earliest }), SERVICES);
}

function full(words: Words, { reason, booked, limit, ...days }: Of<"day_cap" | "week_cap">) {
  const { t } = words;
  const [from, to] = [dayIn(words, days.from), dayIn(words, days.to)];
  return reason === "day_cap"
    ? say(t("dayCap"), t("dayCapText", { booked, limit, day: from }), LIMITS)
    : say(t("weekCap"), t("weekCapText", { booked, limit, from, to }), LIMITS);
}

const timeIn = ({ locale, explained }: Words, at: string) => timeText(at, explained.zone, locale);

const dayIn = ({ locale, now, explained }: Words, local: string) =>
  dayText(local, locale, now, explained.zone);

/** "2 dias", "1h30". */
const span = ({ t, locale }: Words, minutes: number) =>
  minutes > 0 && minutes % 1440 === 0
    ? t("days", { count: minutes / 1440 })
    : durationText(minutes, locale);
