"use client";

import { ArrowRight, CircleCheck, ExternalLink, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { CopyLink } from "../../../ui/copy-link.tsx";

/** The moment for which all of it was typed: an address to hand on. */
export function PageOpen({ url, path }: { url: string; path: string }) {
  const t = useTranslations("onboarding.open");
  const share = `https://wa.me/?text=${encodeURIComponent(t("shareText", { url }))}`;
  return (
    <div className="mx-auto w-full max-w-xl px-5 pt-8 pb-16 sm:pt-14">
      <span
        aria-hidden
        className="mb-5 inline-flex size-14 items-center justify-center rounded-full bg-good-soft text-good [&_svg]:size-7"
      >
        <CircleCheck />
      </span>
      <h1 className="font-display text-3xl font-bold tracking-tight">{t("title")}</h1>
      <p className="mt-2 text-ink-soft">{t("text")}</p>
      <section
        aria-label={t("link")}
        className="mt-7 rounded-lg border border-line bg-surface p-5 shadow-raised"
      >
        <p className="text-sm text-ink-soft">{t("link")}</p>
        <p className="mt-0.5 text-lg font-semibold wrap-anywhere select-all">
          {url.replace(/^https?:\/\//, "")}
        </p>
        <div className="mt-4 grid gap-2 sm:grid-cols-2">
          <CopyLink url={url} wide />
          <ButtonLink
            href={share}
            target="_blank"
            rel="noopener noreferrer"
            variant="secondary"
            wide
          >
            <MessageCircle aria-hidden />
            {t("whatsapp")}
          </ButtonLink>
        </div>
      </section>
      <p className="mt-4 text-sm text-ink-soft">{t("next")}</p>
      <div className="mt-8 grid gap-2 sm:flex sm:flex-row-reverse sm:justify-end">
        <ButtonLink href="/dashboard" size="lg" prefetch={false}>
          {t("dashboard")}
          <ArrowRight aria-hidden />
        </ButtonLink>
        <ButtonLink href={path} target="_blank" size="lg" variant="quiet">
          <ExternalLink aria-hidden />
          {t("see")}
        </ButtonLink>
      </div>
    </div>
  );
}
