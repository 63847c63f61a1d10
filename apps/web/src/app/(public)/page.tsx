import { getTranslations } from "next-intl/server";

export default async function LandingPage() {
  const t = await getTranslations("landing");
  return <h1 className="text-ink text-2xl p-8">{t("hero.title")}</h1>;
}
