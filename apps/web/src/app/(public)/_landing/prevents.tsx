import { ArrowRight } from "lucide-react";
import { useLocale, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DEFAULT_ZONE } from "../../../i18n/locales.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { StatusPill } from "../../../ui/badge.tsx";
import { cn } from "../../../ui/cn.ts";
import { dayText, localDay } from "../../../ui/when.ts";
import { headline } from "./sections.tsx";

/** What Odys prevents, each with a small drawing of how. */
export function Prevents() {
  const t = useTranslations("landing.prevents");
  return (
    <section className="border-y border-line bg-sunken">
      <div className="container-page py-20 lg:py-28">
        <h2 className={headline}>{t("title")}</h2>
        <div className="mt-12 grid gap-16 lg:gap-20">
          <Row title={t("double.title")} text={t("double.text")} picture={<Double />} />
          <Row title={t("noShow.title")} text={t("noShow.text")} picture={<Freed />} flip />
          <Row title={t("late.title")} text={t("late.text")} picture={<Late />} />
        </div>
      </div>
    </section>
  );
}

interface RowProps {
  title: string;
  text: string;
  picture: ReactNode;
  flip?: boolean;
}

function Row({ title, text, picture, flip }: RowProps) {
  return (
    <div className="grid grid-cols-1 items-center gap-x-16 gap-y-6 lg:grid-cols-2">
      <div>
        <h3 className="text-2xl font-semibold tracking-tight">{title}</h3>
        <p className="mt-3 max-w-[54ch] text-lg text-ink-soft">{text}</p>
      </div>
      <div aria-hidden className={cn("w-full max-w-lg", flip && "lg:order-first")}>
        {picture}
      </div>
    </div>
  );
}

function Line({
  name,
  time,
  pill,
  faded,
}: {
  name: string;
  time: string;
  pill: ReactNode;
  faded?: boolean;
}) {
  return (
    <div className="flex items-center gap-3 rounded-md border border-line bg-surface px-4 py-3 shadow-low">
      <span className="w-12 font-semibold tabular-nums">{time}</span>
      <Avatar name={name} size="sm" className="max-sm:hidden" />
      <span className={cn("min-w-0 flex-1 truncate", faded && "text-ink-faint line-through")}>
        {name}
      </span>
      {pill}
    </div>
  );
}

function Double() {
  const t = useTranslations("landing");
  return (
    <div className="grid grid-cols-1 gap-2">
      <Line
        name="Marina Lopes"
        time="14:00"
        pill={<StatusPill tone="good">{t("status.confirmed")}</StatusPill>}
      />
      <div className="ml-8 rounded-md border border-line bg-surface p-4 shadow-low sm:ml-16">
        <p className="flex items-center gap-3">
          <Avatar name="Caio Prado" size="sm" />
          {t("prevents.double.taken")}
        </p>
        <p className="mt-3 text-sm text-ink-soft">{t("prevents.double.nearest")}</p>
        <p className="mt-1.5 grid grid-cols-3 gap-1.5">
          {["13:00", "15:00", "16:00"].map((time) => (
            <span
              key={time}
              className="rounded-md border border-action py-2 text-center font-medium text-action-ink tabular-nums"
            >
              {time}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

function Freed() {
  const t = useTranslations("landing");
  return (
    <div className="grid grid-cols-1 gap-2">
      <Line
        name="Rita Campos"
        time="09:00"
        pill={<StatusPill tone="good">{t("status.confirmed")}</StatusPill>}
      />
      <Line
        name="Davi Moura"
        time="10:00"
        faded
        pill={<StatusPill tone="bad">{t("status.cancelled")}</StatusPill>}
      />
      <p className="flex items-center gap-3 rounded-md border border-dashed border-action px-4 py-3 text-action-ink">
        <span className="w-12 font-semibold tabular-nums">10:00</span>
        <ArrowRight className="size-4" />
        {t("prevents.noShow.back")}
      </p>
    </div>
  );
}

function Late() {
  const t = useTranslations("landing");
  const locale = useLocale();
  const now = useNow();
  const day = localDay(now.getTime() + 2 * 86_400_000, DEFAULT_ZONE);
  const pending = <StatusPill tone="waiting">{t("status.pending")}</StatusPill>;
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="flex items-baseline justify-between text-sm text-ink-soft">
        <span>{dayText(day, locale, now, DEFAULT_ZONE)}</span>
        <span>{t("prevents.late.requests", { count: 2 })}</span>
      </p>
      <Line name="Helena Dias" time="11:00" pill={pending} />
      <Line name="Bruno Reis" time="17:30" pill={pending} />
    </div>
  );
}
