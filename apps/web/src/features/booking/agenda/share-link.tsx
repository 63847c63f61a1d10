"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { useNotify } from "../../../ui/toast.tsx";

/** Hands on the address of the booking page: the phone's own share sheet, or the clipboard. */
export function ShareLink({ url }: { url: string }) {
  const t = useTranslations("dashboard");
  const notify = useNotify();
  async function share() {
    if ("share" in navigator && matchMedia("(pointer: coarse)").matches) {
      // Closing the sheet without choosing is no failure.
      await navigator.share({ url }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(url).then(
      () => notify.done(t("copied")),
      () => notify.failed(url),
    );
  }
  return (
    <Button variant="secondary" onClick={() => void share()}>
      <Share2 aria-hidden />
      {t("share")}
    </Button>
  );
}
