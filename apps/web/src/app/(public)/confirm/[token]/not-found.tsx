import { MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PlainLink } from "../../../../ui/plain-link.tsx";
import { EmptyState } from "../../../../ui/states.tsx";
import { PublicPage } from "../../../public-page.tsx";

/** The link is not one of ours, or came out of a mail in pieces. */
export default function NoSuchLink() {
  const t = useTranslations("guest.notFound");
  return (
    <PublicPage>
      <title>{t("title")}</title>
      <EmptyState
        className="py-24"
        icon={<MailX />}
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
