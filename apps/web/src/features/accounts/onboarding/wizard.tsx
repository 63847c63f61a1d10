"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "../auth/text-link.tsx";
import { useHydrated } from "../form/use-hydrated.ts";
import { ContactPage } from "./contact-page.tsx";
import { HoursPage } from "./hours-page.tsx";
import { PageHead } from "./page-frame.tsx";
import { PracticePage } from "./practice-page.tsx";
import { ReviewPage } from "./review-page.tsx";
import { ServicePage } from "./service-page.tsx";
import { useWizard } from "./use-wizard.ts";

interface Props {
  /** Whose account it is. */
  user: { name: string; email: string };
  /** Where addresses of practices begin: "odys.com". */
  host: string;
}

/** From an account to a page that can be booked. */
export function Wizard({ user, host }: Props) {
  const t = useTranslations("onboarding");
  const wizard = useWizard();
  const hydrated = useHydrated();
  // What is chosen before scripts run would be seen and not be known.
  return (
    <div
      inert={!hydrated}
      className="mx-auto w-full max-w-2xl px-5 pt-4 pb-6 sm:pb-16 **:[input,select,textarea]:scroll-mb-32"
    >
      <PageHead page={wizard.page} />
      {wizard.page === "practice" && (
        // Whoever only books with somebody may come by here, and needs none of this.
        <p className="-mt-3 mb-6 text-sm text-ink-soft">
          {t("forWhom")} <TextLink href="/">{t("toStart")}</TextLink>
        </p>
      )}
      {wizard.page === "practice" && (
        <PracticePage wizard={wizard} userName={user.name} host={host} />
      )}
      {wizard.page === "contact" && <ContactPage wizard={wizard} />}
      {wizard.page === "service" && <ServicePage wizard={wizard} />}
      {wizard.page === "hours" && <HoursPage wizard={wizard} />}
      {wizard.page === "review" && <ReviewPage wizard={wizard} host={host} email={user.email} />}
      <p className="mt-6 text-sm text-ink-soft">
        {t("saved")} <span className="wrap-anywhere">{t("signedInAs", { email: user.email })}</span>
      </p>
    </div>
  );
}
