import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

interface Props {
  suspension: { reason: string; contact: string } | null;
}

/** Why one's page is closed, and whom to write to; nothing where it is open. */
export function SuspensionNote({ suspension }: Props) {
  const t = useTranslations("suspension");
  if (!suspension) return null;
  const { reason, contact } = suspension;
  return (
    <aside
      aria-label={t("title")}
      className="mb-6 flex gap-3 rounded-lg border border-bad bg-bad-soft p-4"
    >
      <Lock aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold text-bad">{t("title")}</p>
        <p className="mt-1 text-pretty break-words">{t("text", { reason })}</p>
        <a
          href={`mailto:${contact}`}
          className="inline-flex min-h-11 items-center font-medium text-action-ink underline underline-offset-4"
        >
          {t("contact", { contact })}
        </a>
      </div>
    </aside>
  );
}
