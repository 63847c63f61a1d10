"use client";

import type { Explanation } from "@odys/shared/booking/rules-schema";
import { CircleCheck, CircleSlash } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { dayText, localDay, timeText } from "../../../ui/when.ts";
import { answerOf } from "./answer.ts";

interface Props {
  explained: Explanation;
  /** When it was, epoch ms: near days have names. */
  now: number;
  /** Asked about another time instead. */
  onChoose: (instant: string) => void;
  /** The way to the rule was taken. */
  onLeave?: (() => void) | undefined;
}

/** Why a time can or cannot be booked, in a sentence, with the way to the rule and what is free near by. */
export function ExplainAnswer({ explained, now, onChoose, onLeave }: Props) {
  const t = useTranslations("explain");
  const locale = useLocale();
  const words = useTranslations("explain.reason");
  const { title, text, way } = answerOf({ t: words, locale, now, explained });
  const { verdict, zone, nearest, startsAt } = explained;
  const free = verdict.reason === "free";
  const Icon = free ? CircleCheck : CircleSlash;
  const conflicts = "conflicts" in verdict ? verdict.conflicts : [];
  const others = nearest.filter((at) => at !== startsAt);
  const time = (at: string) => timeText(at, zone, locale);
  const day = (at: string) => dayText(localDay(at, zone), locale, now, zone);
  return (
    <div className="grid gap-5">
      <div className={cn("rounded-lg p-4", free ? "bg-good-soft" : "bg-accent-soft")}>
        <h3
          className={cn("flex items-start gap-2 font-semibold", free ? "text-good" : "text-accent")}
        >
          <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
          {title}
        </h3>
        <p className="mt-1.5 pl-7 text-pretty">{text}</p>
        {conflicts.length > 0 && (
          <ul className="mt-3 grid gap-2 pl-7">
            {conflicts.map(({ id, clientName, title: what, startsAt: from, endsAt: until }) => (
              <li key={id} className="rounded-md border border-line bg-surface px-3 py-2">
                <span className="block font-medium break-words">{clientName ?? what}</span>
                <span className="block text-sm text-ink-soft tabular-nums">
                  {clientName !== null && `${what} · `}
                  {day(from)}, {time(from)}–{time(until)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {way && (
          <div className="mt-3 pl-7">
            <ButtonLink href={way.href} variant="secondary" onClick={onLeave}>
              {t(`way.${way.label}`)}
            </ButtonLink>
          </div>
        )}
      </div>
      {others.length > 0 && (
        <div>
          <h3 className="mb-2 text-sm font-medium text-ink-soft">{t("nearest")}</h3>
          <ul className="flex flex-wrap gap-2">
            {others.map((at) => (
              <li key={at}>
                <Button variant="secondary" onClick={() => onChoose(at)}>
                  {day(at)}, {time(at)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
