"use client";

import { Check, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "../ui/button.tsx";
import { installOffer } from "./device.ts";

const never = () => () => {};
const isInstalled = () => matchMedia("(display-mode: standalone)").matches;

/** How to have Odys on the home screen: a button where the browser has one, words where it has not. */
export function InstallHint() {
  const t = useTranslations("install");
  const offer = useSyncExternalStore(installOffer.subscribe, installOffer.get, () => null);
  const installed = useSyncExternalStore(never, isInstalled, () => false);
  if (installed)
    return (
      <p className="flex items-center gap-2">
        <Check aria-hidden className="size-5 text-good" />
        {t("installed")}
      </p>
    );
  if (!offer) return <p className="text-pretty text-ink-soft">{t("byHand")}</p>;
  return (
    <Button
      variant="secondary"
      onClick={() => void offer.prompt().finally(() => installOffer.used())}
    >
      <Download aria-hidden />
      {t("button")}
    </Button>
  );
}
