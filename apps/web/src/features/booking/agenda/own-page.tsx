"use client";

import { ExternalLink, Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { cn } from "../../../ui/cn.ts";
import { useShare } from "./use-share.ts";

/** The address that fills the agenda, at hand to be sent to somebody. */
export function OwnPage({ url, className }: { url: string; className?: string }) {
  const t = useTranslations("dashboard");
  const share = useShare(url);
  return (
    <section
      aria-labelledby="own-page"
      className={cn("rounded-lg border border-line p-4", className)}
    >
      <h2 id="own-page" className="font-semibold">
        {t("ownPage.title")}
      </h2>
      <p className="mt-0.5 text-sm text-ink-soft">{t("ownPage.text")}</p>
      <p className="mt-2 text-sm font-medium break-all">{url.replace(/^https?:\/\//, "")}</p>
      <div className="mt-3 grid grid-cols-2 gap-2">
        <ButtonLink variant="secondary" href={url} target="_blank" className="px-2">
          <ExternalLink aria-hidden />
          {t("ownPage.open")}
        </ButtonLink>
        <Button variant="secondary" onClick={share} className="px-2">
          <Share2 aria-hidden />
          {t("ownPage.share")}
        </Button>
      </div>
    </section>
  );
}
