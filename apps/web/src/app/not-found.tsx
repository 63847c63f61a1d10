import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class.ts";
import { PlainLink } from "../ui/plain-link.tsx";
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
        action={
          <PlainLink href="/" className={buttonClass()}>
            {t("home")}
          </PlainLink>
        }
      />
    </PublicPage>
  );
}
