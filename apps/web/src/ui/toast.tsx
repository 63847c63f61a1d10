"use client";

import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast, Toaster as Sonner } from "sonner";

/** Where notices appear: once, in the shell of the app. Public pages say things in place and do without. */
export function Toaster() {
  const t = useTranslations("common");
  return (
    <Sonner
      position="bottom-center"
      style={{ fontFamily: "inherit" }}
      offset={24}
      mobileOffset={{ bottom: "calc(5.5rem + env(safe-area-inset-bottom))" }}
      containerAriaLabel={t("toasts")}
      icons={{
        success: <Check aria-hidden className="size-5 text-good" />,
        error: <CircleAlert aria-hidden className="size-5 text-bad" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(24rem,calc(100vw-2rem))] items-center gap-3 rounded-md border border-line bg-surface py-2 pr-2 pl-4 text-[0.9375rem] text-ink shadow-float min-h-13",
          content: "flex-1 py-1",
          description: "text-sm text-ink-soft",
          actionButton:
            "inline-flex min-h-11 items-center rounded-sm px-3 font-semibold text-action-ink hover:bg-action-soft",
        },
      }}
    />
  );
}

/** Hooked to the reader's words: `notify.done(text, { undo })` and `notify.failed(text)`. */
export function useNotify() {
  const t = useTranslations("common");
  return {
    /** Something happened. With `undo` it stays longer and offers to take it back. */
    done(text: string, { undo }: { undo?: () => void } = {}) {
      toast.success(text, {
        duration: undo ? 8000 : 4000,
        ...(undo ? { action: { label: t("undo"), onClick: undo } } : {}),
      });
    },
    /** Something did not happen: the sentence says what and what to do. */
    failed(text: string | undefined, { retry }: { retry?: () => void } = {}) {
      toast.error(text, {
        duration: 8000,
        ...(retry ? { action: { label: t("retry"), onClick: retry } } : {}),
      });
    },
  };
}
