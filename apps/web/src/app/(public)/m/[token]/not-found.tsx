import { Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PlainLink } from "../../../../ui/plain-link.tsx";
import { EmptyState } from "../../../../ui/states.tsx";
import { PublicPage } from "../../../public-page.tsx";

/** A link of an appointment that is none, or is too old. */
export default function NoSuchAppointment() {
  const t = useTranslations("manage.gone");
  return (
    <PublicPage>
      <title>{t("title")}</title>
      <EmptyState
        className="py-24"
        icon={<Link2Off />}
        heading="h1"
        title={t("title")}
        text={t("text")}
        action={
          <PlainLink href="/" className={buttonClass({ variant: "secondary" })}>
            {t("home")}
          </PlainLink>
        }
      />
    </PublicPage>
  );
}
