"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { useNotify } from "./toast.tsx";

/** Puts an address into the clipboard; where that is refused, shows it to be copied by hand. */
export function useCopyLink(url: string): () => void {
  const t = useTranslations("common.copyLink");
  const notify = useNotify();
  return () =>
    void navigator.clipboard.writeText(url).then(
      () => notify.done(t("done")),
      () => notify.failed(url),
    );
}

/** The button that does it. */
export function CopyLink({ url, wide }: { url: string; wide?: boolean }) {
  const t = useTranslations("common.copyLink");
  const copy = useCopyLink(url);
  return (
    <Button variant="secondary" wide={wide} onClick={copy}>
      <Copy aria-hidden />
      {t("action")}
    </Button>
  );
}
