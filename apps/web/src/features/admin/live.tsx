"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const EVERY_MS = 5_000;

/** Asks for the page again every few seconds, as long as somebody looks at it. */
export function Live() {
  const t = useTranslations("admin.list");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return <p className="text-sm text-ink-soft">{t("live", { seconds: EVERY_MS / 1000 })}</p>;
}
