import { useTranslations } from "next-intl";
import { TextLink } from "./text-link.tsx";

/** Where mails lie when none of them leaves the machine. */
export function LocalMailHint() {
  const t = useTranslations("auth");
  return (
    <p className="border-l-2 border-line-strong pl-3 text-sm text-ink-soft">
      {t.rich("localMail", {
        link: (text) => (
          <TextLink href="/dev/outbox" target="_blank" rel="noopener">
            {text}
          </TextLink>
        ),
      })}
    </p>
  );
}
