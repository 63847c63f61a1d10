import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/states.tsx";
import { PublicPage } from "./public-page.tsx";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <PublicPage>
      <title>{t("title")}</title>
      <EmptyState
        className="py-24"
        icon={<Compass />}
        heading="h1"
        title={t("title")}
        text={t("text")}
        action={<ButtonLink href="/">{t("home")}</ButtonLink>}
      />
    </PublicPage>
  );
}
