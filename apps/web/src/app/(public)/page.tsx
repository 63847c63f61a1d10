import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "../../ui/button-link.tsx";
import { ShellLink } from "../../ui/shell/public-shell.tsx";
import { PublicPage } from "../public-page.tsx";
import { Audience, Closing, How } from "./_landing/sections.tsx";
import { Hero } from "./_landing/hero.tsx";
import { Plans } from "./_landing/plans.tsx";
import { Prevents } from "./_landing/prevents.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing.meta");
  return { title: { absolute: t("title") }, description: t("description") };
}

export default function LandingPage() {
  const t = useTranslations("landing");
  const common = useTranslations("common");
  return (
    <PublicPage
      nav={
        <>
          <ShellLink href="#how">{t("nav.how")}</ShellLink>
          <ShellLink href="#plans">{t("nav.plans")}</ShellLink>
        </>
      }
      actions={
        <>
          <ButtonLink href="/sign-in" variant="quiet">
            {common("signIn")}
          </ButtonLink>
          <ButtonLink href="/sign-up" className="max-md:hidden">
            {t("hero.primary")}
          </ButtonLink>
        </>
      }
      footer={<ShellLink href="/p/ana-souza">{t("footer.example")}</ShellLink>}
    >
      <Hero />
      <Audience />
      <How />
      <Prevents />
      <Plans />
      <Closing />
    </PublicPage>
  );
}
