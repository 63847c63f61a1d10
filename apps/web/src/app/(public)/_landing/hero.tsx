import { PLANS } from "@odys/shared/billing/plans";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { BookingPreview } from "./booking-preview.tsx";

export function Hero() {
  const t = useTranslations("landing.hero");
  return (
    <section className="container-page grid items-center gap-x-14 gap-y-12 pt-8 pb-20 md:pt-14 lg:grid-cols-[1.2fr_0.8fr] lg:pb-28">
      <div>
        <h1 className="font-display text-[clamp(1.75rem,8.4vw,3.5rem)] leading-[1.06] font-bold tracking-[-0.025em]">
          <span className="block">{t("title")}</span>{" "}
          <span className="block">{t("titleThen")}</span>
        </h1>
        <p className="mt-6 max-w-[52ch] text-lg leading-relaxed text-ink-soft">{t("lead")}</p>
        <div className="mt-8 flex flex-col gap-3 sm:flex-row">
          <ButtonLink href="/sign-up" size="lg">
            {t("primary")}
          </ButtonLink>
          <ButtonLink href="/p/ana-souza" size="lg" variant="secondary">
            {t("secondary")}
          </ButtonLink>
        </div>
        <p className="mt-4 text-sm text-ink-soft">
          {t("note", { count: PLANS.free.appointmentsPerMonth })}
        </p>
      </div>
      <BookingPreview />
    </section>
  );
}
