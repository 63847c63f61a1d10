import { CalendarX } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../../../../ui/button-class.ts";
import { PlainLink } from "../../../../ui/plain-link.tsx";
import { EmptyState } from "../../../../ui/states.tsx";
import { PublicPage } from "../../../public-page.tsx";

/** Somebody followed a link to a booking page that is not there, or no longer. */
export default function NoSuchPage() {
  const t = useTranslations("booking.notFound");
  return (
    <PublicPage>
      <title>{t("title")}</title>
      <EmptyState
        className="py-24"
        icon={<CalendarX />}
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
