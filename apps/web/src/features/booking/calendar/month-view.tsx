"use client";

import type { Agenda, AgendaDay } from "@odys/shared/booking/agenda-schema";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "../../../ui/cn.ts";
import { clockText } from "../../../ui/when.ts";
import { SERVICE_EDGE } from "../agenda/service-color.ts";
import { monthOf } from "../page/month.ts";
import { longDay, weekdays } from "../page/words.ts";
import { useItemName } from "./item-card.tsx";
import { NEUTRAL } from "./item-look.ts";
import { isGone, spanOf, summaryOf } from "./place.ts";

interface Props {
  agenda: Agenda;
  /** Any day of the month. */
  day: string;
  first: number;
  now: number;
  onDay: (date: string) => void;
  onOpen: (id: string) => void;
}

/** Lines of a day; of more, the last says how many there are besides. */
const CHIPS = 3;

/** A month at a glance: how full its days are, who comes, and a tap to any of them. */
export function MonthView({ agenda, day, first, now, onDay, onOpen }: Props) {
  const names = weekdays(useLocale());
  const order = Array.from({ length: 7 }, (_, index) => names[(index + first) % 7]);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto border-t border-line bg-surface md:rounded-lg md:border">
      <div aria-hidden className="grid grid-cols-7 border-b border-line">
        {order.map((name) => (
          <span
            key={name?.long}
            className="py-2 text-center text-xs text-ink-soft first-letter:uppercase"
          >
            {name?.short}
          </span>
        ))}
      </div>
      <div className="grid flex-1 auto-rows-[minmax(4.25rem,1fr)] grid-cols-7 md:auto-rows-[minmax(7rem,1fr)]">
        {agenda.days.map((one) => (
          <MonthDay
            key={one.date}
            agenda={agenda}
            day={one}
            outside={monthOf(one.date) !== monthOf(day)}
            now={now}
            onDay={onDay}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

interface DayProps extends Pick<Props, "agenda" | "now" | "onDay" | "onOpen"> {
  day: AgendaDay;
  outside: boolean;
}

function MonthDay({ agenda, day, outside, now, onDay, onOpen }: DayProps) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const name = useItemName();
  const span = spanOf(day);
  const { shown, count } = summaryOf(span, agenda.items);
  const isToday = span.start <= now && now < span.end;
  const chips = shown.length > CHIPS ? shown.slice(0, CHIPS - 1) : shown;
  return (
    <div
      className={cn(
        "relative min-w-0 border-b border-l border-line p-1 nth-[7n+1]:border-l-0",
        day.hours.length === 0 && "closed",
      )}
    >
      <button
        type="button"
        onClick={() => onDay(day.date)}
        aria-current={isToday ? "date" : undefined}
        className="flex w-full min-w-0 items-center gap-1 rounded-sm text-left after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus max-md:flex-col"
      >
        <span className="sr-only">{`${longDay(day.date, locale)}, ${t("count", { count })}`}</span>
        <span
          aria-hidden
          className={cn(
            "flex size-7 shrink-0 items-center justify-center rounded-full text-sm tabular-nums",
            outside ? "text-ink-soft" : "font-semibold",
            isToday && "bg-action text-on-action",
          )}
        >
          {Number(day.date.slice(8))}
        </span>
        {day.note && (
          <span className="truncate text-[0.6875rem] text-accent max-md:hidden">{day.note}</span>
        )}
        {count > 0 && (
          <span
            aria-hidden
            className="rounded-full bg-action-soft px-2 text-xs leading-5 font-semibold text-action-ink tabular-nums md:ml-auto"
          >
            {count}
          </span>
        )}
      </button>
      <ul className="relative mt-0.5 grid gap-0.5 max-md:hidden">
        {chips.map((item) => (
          <li key={item.id} className="min-w-0">
            <button
              type="button"
              onClick={() => onOpen(item.id)}
              className="flex w-full min-w-0 items-center gap-1.5 min-h-6 rounded-sm px-1 text-left text-xs leading-5 hover:bg-sunken"
            >
              <span className="sr-only">{name(item, agenda.zone)}</span>
              <span
                aria-hidden
                className={cn(
                  "size-2 shrink-0 rounded-full",
                  SERVICE_EDGE[item.color ?? NEUTRAL],
                  item.status === "pending_confirmation" && "opacity-50",
                )}
              />
              <span aria-hidden className="shrink-0 text-ink-soft tabular-nums">
                {clockText(item.startsAt, agenda.zone)}
              </span>
              <span aria-hidden className={cn("truncate", isGone(item) && "line-through")}>
                {item.client?.name ?? item.title}
              </span>
            </button>
          </li>
        ))}
        {shown.length > chips.length && (
          <li className="px-1 text-xs leading-6 text-ink-soft">
            {t("more", { count: shown.length - chips.length })}
          </li>
        )}
      </ul>
    </div>
  );
}
