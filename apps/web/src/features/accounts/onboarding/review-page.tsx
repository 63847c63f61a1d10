"use client";

import { slugFor } from "@odys/shared/accounts/slug";
import { formatMoney } from "@odys/shared/kernel/money";
import { formatPhone } from "@odys/shared/kernel/phone";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { dayName, spansOf, WEEK_ORDER, type WeekWindow } from "../../../ui/week-editor/week.ts";
import { Resend } from "../auth/resend.tsx";
import { zoneWords } from "../practice/zones.ts";
import { isProblem, useSentence } from "../problem.ts";
import { PageActions } from "./page-frame.tsx";
import type { Page } from "./steps.ts";
import type { Wizard } from "./use-wizard.ts";
import { durationText } from "../../../ui/when.ts";

/** Everything at one glance, and the button that opens the page to the world. */
export function ReviewPage({
  wizard,
  host,
  email,
}: {
  wizard: Wizard;
  host: string;
  email: string;
}) {
  const t = useTranslations("onboarding");
  const auth = useTranslations("auth.signIn");
  const sentence = useSentence();
  const unverified = isProblem(wizard.refusal, "EMAIL_NOT_VERIFIED");
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wizard.opening) wizard.complete();
      }}
    >
      <div className="rounded-lg bg-action-soft p-5 text-action-ink">
        <p className="text-sm">{t("review.address")}</p>
        <p className="text-lg font-semibold wrap-anywhere">
          {host}/p/{slugFor(wizard.draft.name ?? "", [])}
        </p>
        <p className="mt-1 text-sm">{t("review.addressNote")}</p>
      </div>
      <Answers wizard={wizard} />
      {unverified && <Resend email={email} label={auth("resend")} />}
      <PageActions
        submit={t("review.submit")}
        busy={wizard.opening && t("review.busy")}
        problem={unverified ? t("review.unverified") : sentence(wizard.refusal)}
        onBack={() => wizard.go("hours")}
      />
    </form>
  );
}

function Answers({ wizard: { draft, go } }: { wizard: Wizard }) {
  const t = useTranslations("onboarding.review");
  const professions = useTranslations("professions");
  const locale = useLocale();
  const { service } = draft;
  const price =
    service && service.priceAmount > 0
      ? formatMoney({ amount: service.priceAmount, currency: "BRL" }, locale)
      : t("free");
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface px-5 shadow-low">
      <Answer page="practice" label={t("practice")} go={go}>
        <p className="font-medium">{draft.name}</p>
        <p className="text-ink-soft">{draft.profession && professions(draft.profession)}</p>
      </Answer>
      <Answer page="contact" label={t("contact")} go={go}>
        <p className="tabular-nums">{draft.phone && formatPhone(draft.phone)}</p>
        <p className="text-ink-soft first-letter:uppercase">
          {draft.zone && zoneWords(draft.zone, locale)}
        </p>
      </Answer>
      <Answer page="service" label={t("service")} go={go}>
        <p className="font-medium">{service?.name}</p>
        <p className="text-ink-soft tabular-nums">
          {durationText(service?.durationMinutes ?? 0, locale)} · {price}
        </p>
      </Answer>
      <Answer page="hours" label={t("hours")} go={go}>
        <WeekWords week={draft.windows ?? []} />
      </Answer>
    </dl>
  );
}

interface AnswerProps {
  page: Page;
  label: string;
  go: (page: Page) => void;
  children: ReactNode;
}

function Answer({ page, label, go, children }: AnswerProps) {
  const t = useTranslations("onboarding.review");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-4">
      <dt className="mb-0.5 text-sm text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <Button
          variant="quiet"
          className="-my-2 -mr-3 px-3"
          aria-label={t("changeOf", { what: label })}
          onClick={() => go(page)}
        >
          {t("change")}
        </Button>
      </dd>
    </div>
  );
}

/** The week as one would say it: days with the same hours together. */
function WeekWords({ week }: { week: readonly WeekWindow[] }) {
  const locale = useLocale();
  const groups = new Map<string, number[]>();
  for (const day of WEEK_ORDER) {
    const text = spansOf(week, day)
      .map(({ startTime, endTime }) => `${startTime}–${endTime}`)
      .join(", ");
    if (text !== "") groups.set(text, [...(groups.get(text) ?? []), day]);
  }
  return [...groups].map(([text, days]) => (
    <p key={text} className="tabular-nums">
      <span className="inline-block first-letter:uppercase">{daysText(days, locale)}</span>{" "}
      <span className="text-ink-soft">{text}</span>
    </p>
  ));
}

/** "seg–sex", "seg, qua, sex": neighbours as a range from three on. */
function daysText(days: readonly number[], locale: string): string {
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const isNext =
      last &&
      WEEK_ORDER.findIndex((d) => d === day) - WEEK_ORDER.findIndex((d) => d === last.at(-1)) === 1;
    if (last && isNext) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => dayName(day ?? 0, locale, "short");
  return runs
    .flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name)))
    .join(", ");
}
