import { PLANS, type Feature } from "@odys/shared/billing/plans";
import { formatMoney } from "@odys/shared/kernel/money";
import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "../../../ui/badge.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { headline } from "./sections.tsx";

type Plan = keyof typeof PLANS;
const ORDER = ["free", "basic", "pro", "premium"] as const satisfies readonly Plan[];

/** What works today. A page that promises more than there is would be the first lie to a customer. */
const READY: readonly Feature[] = ["auto_confirm"];

export function Plans() {
  const t = useTranslations("landing.plans");
  return (
    <section id="plans" className="container-page py-20 lg:py-28">
      <h2 className={headline}>{t("title")}</h2>
      <p className="mt-3 text-lg text-ink-soft">{t("lead")}</p>
      <ul className="mt-10 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {ORDER.map((plan, index) => (
          <PlanCard key={plan} plan={plan} before={ORDER[index - 1]} />
        ))}
      </ul>
      <p className="mt-6 max-w-[70ch] text-sm text-ink-soft">{t("note")}</p>
    </section>
  );
}

function PlanCard({ plan, before }: { plan: Plan; before: Plan | undefined }) {
  const t = useTranslations("landing.plans");
  const locale = useLocale();
  const { price, clients, appointmentsPerMonth, features } = PLANS[plan];
  const inherited: readonly Feature[] = before ? PLANS[before].features : [];
  const added = features.filter((feature) => !inherited.includes(feature));
  const whole = formatMoney({ amount: price, currency: "BRL" }, locale).replace(/[.,]00$/, "");
  return (
    <li className="flex flex-col rounded-lg border border-line bg-surface p-6 shadow-low">
      <h3 className="text-lg font-semibold">{t(`name.${plan}`)}</h3>
      <p className="text-sm text-ink-soft">{t(`for.${plan}`)}</p>
      <p className="mt-5 flex items-baseline gap-1.5">
        <span className="font-display text-4xl font-bold tracking-tight tabular-nums">{whole}</span>
        <span className="text-sm text-ink-soft">{t("perMonth")}</span>
      </p>
      {before && (
        <p className="mt-6 text-sm font-medium">
          {t("everythingOf", { plan: t(`name.${before}`) })}
        </p>
      )}
      <ul className={before ? "mt-3 grid gap-2.5" : "mt-6 grid gap-2.5"}>
        {!before && <Point>{t("page")}</Point>}
        {clients !== null && <Point>{t("clients", { count: clients })}</Point>}
        {appointmentsPerMonth !== null && (
          <Point>{t("appointments", { count: appointmentsPerMonth })}</Point>
        )}
        {before && PLANS[before].clients !== null && clients === null && (
          <>
            <Point>{t("clientsUnlimited")}</Point>
            <Point>{t("appointmentsUnlimited")}</Point>
          </>
        )}
        {added.map((feature) => (
          <Point key={feature} soon={!READY.includes(feature)}>
            {t(`feature.${feature}`)}
          </Point>
        ))}
      </ul>
      {price === 0 && (
        <div className="mt-auto pt-8">
          <ButtonLink href="/sign-up" wide>
            {t("start")}
          </ButtonLink>
        </div>
      )}
    </li>
  );
}

function Point({ soon, children }: { soon?: boolean; children: ReactNode }) {
  const t = useTranslations("landing.plans");
  return (
    <li className="flex items-start gap-2.5 text-[0.9375rem]">
      <Check aria-hidden className="mt-0.5 size-4.5 shrink-0 text-action-ink" />
      <span>
        {children} {soon && <Badge className="min-h-5 px-2 text-xs">{t("soon")}</Badge>}
      </span>
    </li>
  );
}
