"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { useNotify } from "../../../ui/toast.tsx";

/** Puts an address into the clipboard; where that is refused, shows it to be copied by hand. */
export function CopyLink({ url, wide }: { url: string; wide?: boolean }) {
  const t = useTranslations("settings.address");
  const notify = useNotify();
  async function copy() {
    await navigator.clipboard.writeText(url).then(
      () => notify.done(t("copied")),
      () => notify.failed(url),
    );
  }
  return (
    <Button variant="secondary" wide={wide} onClick={() => void copy()}>
      <Copy aria-hidden />
      {t("copy")}
    </Button>
  );
}
