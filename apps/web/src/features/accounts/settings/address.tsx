"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { CopyLink } from "../../../ui/copy-link.tsx";

/** Where clients find the practice. */
export function Address({ url, path }: { url: string; path: string }) {
  const t = useTranslations("settings.address");
  return (
    <div className="mb-6 rounded-md border border-line bg-surface p-4 shadow-low">
      <p className="text-sm text-ink-soft">{t("title")}</p>
      <p className="mb-3 font-semibold wrap-anywhere select-all">
        {url.replace(/^https?:\/\//, "")}
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyLink url={url} />
        <ButtonLink href={path} target="_blank" variant="quiet">
          <ExternalLink aria-hidden />
          {t("see")}
        </ButtonLink>
      </div>
    </div>
  );
}
