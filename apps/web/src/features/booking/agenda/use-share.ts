"use client";

import { useTranslations } from "next-intl";
import { useNotify } from "../../../ui/toast.tsx";

/** Hands on the address of the booking page: the phone's own share sheet, or the clipboard. */
export function useShare(url: string): () => void {
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
  return () => void share();
}
